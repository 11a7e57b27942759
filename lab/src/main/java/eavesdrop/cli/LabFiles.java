package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.topology.LabSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the lab's files lie. The wrapper `labw` says where the lab is (`eavesdrop.home`); without it, it is
/// the nearest folder above that holds `labs/docker-compose.yml`.
final class LabFiles {
    private LabFiles() {}

    static Path home() {
        String told = System.getProperty("eavesdrop.home", "");
        return told.isEmpty() ? search(Path.of("").toAbsolutePath()) : Path.of(told);
    }

    private static Path search(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("labs/docker-compose.yml"))) {
                return folder;
            }
        }
        throw LabException.usage(
                "This folder is not part of a lab.", "Go to the folder that holds labw, and try again.");
    }

    static LabSettings settings() {
        return LabSettings.in(home(), System.getenv());
    }

    static Path worksheets() {
        return home().resolve("worksheets");
    }

    /// The student's ticket.
    static Path ticket() {
        return home().resolve("student.yml");
    }

    /// Which hints the student took.
    static Path progress() {
        return home().resolve("progress.yml");
    }

    /// The capture of the lab that runs or ran last: the newest of the two that the topologies write.
    static Optional<Path> capture() {
        Path data = settings().data();
        return Stream.of(data.resolve("dump.pcap"), data.resolve("dump.pcapng"))
                .filter(Files::isRegularFile)
                .max(Comparator.comparing(LabFiles::changed));
    }

    /// The capture that was named, else the lab's own.
    static Path captureOr(Optional<Path> named) {
        return captureOr(named, "'./labw up', then './labw play 2'");
    }

    /// @param toPlay the commands that make one
    static Path captureOr(Optional<Path> named, String toPlay) {
        return named.or(LabFiles::capture)
                .orElseThrow(() -> LabException.file(
                        "There is no capture yet in " + settings().data() + ".",
                        "Make one with " + toPlay + "; or name a capture file."));
    }

    /// The operator's log of the lab, if there is one.
    static Optional<Path> operatorLog() {
        return Optional.of(settings().operatorLog()).filter(Files::isRegularFile);
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
