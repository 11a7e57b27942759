package eavesdrop.cli;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Why something is not on record though it was said: nothing can be kept any more.
final class FullDisk {
    /// Bytes: less than what one conversation leaves behind.
    private static final long TOO_LITTLE = 64 * 1024;

    private FullDisk() {}

    /// @param folder where the evidence is kept
    static Optional<LabException> at(Path folder) {
        try {
            return at(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<LabException> at(Path folder, long free) {
        return free >= TOO_LITTLE
                ? Optional.empty()
                : Optional.of(LabException.machine(
                        "The disk is full: what is said is no longer kept in " + folder + ".",
                        "Make room there. Then './labw down' and './labw up' start afresh."));
    }
}
