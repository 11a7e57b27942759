package eavesdrop.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/// A first look at a zip, before anything is unpacked: is it one, and how many files does it claim?
///
/// The JDK's reader holds the directory as bytes, so it can count a million entries in little memory.
final class ZipDirectory {
    private ZipDirectory() {}

    /// The number of entries, folders included.
    ///
    /// @throws Refused when it is no zip, has a password, or is too large
    static int check(Path zip) {
        long size = size(zip);
        if (size == 0) {
            throw new Refused(Mark.EMPTY, "The file is empty (0 bytes).");
        }
        if (size > SubmissionLimits.ALL_BYTES) {
            throw new Refused(
                    Mark.TOO_LARGE, "The file is larger than " + (SubmissionLimits.ALL_BYTES >> 20) + " MiB.");
        }
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() > SubmissionLimits.FILES) {
                throw new Refused(
                        Mark.TOO_MANY_FILES,
                        "It holds " + file.size() + " files; more than " + SubmissionLimits.FILES + " is too many.");
            }
            return file.size();
        } catch (IOException | IllegalArgumentException broken) {
            throw why(zip, String.valueOf(broken.getMessage()));
        }
    }

    private static long size(Path zip) {
        try {
            return Files.size(zip);
        } catch (IOException denied) {
            throw new Refused(Mark.DAMAGED, "The file cannot be read on this machine.");
        }
    }

    private static Refused why(Path zip, String message) {
        if (message.contains("encrypted")) {
            return new Refused(Mark.ENCRYPTED, "The zip has a password.");
        }
        if (!startsLikeAZip(zip)) {
            return new Refused(Mark.NOT_A_ZIP, "The file is no zip, so submit did not pack it.");
        }
        if (message.contains("compression method")) {
            return new Refused(
                    Mark.DAMAGED,
                    "It is compressed in a way that this kit does not read; a plain zip uses the method deflate.");
        }
        return message.contains("END header")
                ? new Refused(Mark.DAMAGED, "The zip is cut off: its end is missing.")
                : new Refused(Mark.DAMAGED, "The zip's directory is damaged.");
    }

    private static boolean startsLikeAZip(Path zip) {
        try (InputStream in = Files.newInputStream(zip)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        } catch (IOException unreadable) {
            return false;
        }
    }
}
