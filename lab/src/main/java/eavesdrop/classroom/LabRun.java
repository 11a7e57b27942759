package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one run of the lab left behind: a capture, and the operator's log that fits it.
///
/// @param log the log of the same run; empty when none of the logs there fits
record LabRun(Path capture, Optional<Path> log, Evidence evidence) {
    private static final String CAPTURE = "dump.*\\.pcap(ng)?";
    private static final String LOG = "operator.*\\.jsonl";

    /// Every run in the lab's data folder, the newest first; captures that cannot be read are left out.
    static List<LabRun> find(Path data) {
        List<Path> logs = files(data, LOG);
        return files(data, CAPTURE).stream()
                .flatMap(capture -> read(capture, logs).stream())
                .toList();
    }

    private static Optional<LabRun> read(Path capture, List<Path> logs) {
        try {
            if (Files.size(capture) > Limits.FILE_BYTES) {
                return Optional.empty();
            }
            Evidence alone = CaptureEvidence.read(capture, Optional.empty());
            Optional<Path> log =
                    logs.stream().filter(candidate -> fits(alone, candidate)).findFirst();
            return Optional.of(new LabRun(capture, log, CaptureEvidence.read(capture, log)));
        } catch (LabException | IOException unusable) {
            return Optional.empty();
        }
    }

    /// Names alone do not tell: a log that was moved aside may belong to the capture that was not.
    private static boolean fits(Evidence capture, Path log) {
        try {
            LogFit fit = LogFit.of(capture.lines(), OperatorLog.read(log).records());
            return fit.common() > 0 && fit.fits();
        } catch (LabException unusable) {
            return false;
        }
    }

    private static List<Path> files(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(LabRun::changed)
                            .thenComparing(Path::getFileName)
                            .reversed())
                    .toList();
        } catch (IOException noSuchFolder) {
            return List.of();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
