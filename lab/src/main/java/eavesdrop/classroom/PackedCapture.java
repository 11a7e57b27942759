package eavesdrop.classroom;

import eavesdrop.LabException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A capture that Wireshark saved compressed. Graders take no archive in a zip, so it is unpacked before it goes in.
final class PackedCapture {
    private PackedCapture() {}

    /// What is packed in it, or the bytes themselves where they are not packed with gzip (RFC 1952, section 2.3.1).
    ///
    /// @param bytes of the file
    /// @throws LabException when it is damaged, or larger than graders take
    static byte[] unpacked(Path file, byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unpacked = in.readNBytes((int) SubmissionLimits.FILE_BYTES + 1);
            if (unpacked.length > SubmissionLimits.FILE_BYTES) {
                throw SubmissionZip.tooLarge(file);
            }
            return unpacked;
        } catch (IOException damaged) {
            throw LabException.file(
                    file + " is packed with gzip, and damaged.", "Save the capture in Wireshark without compression.");
        }
    }
}
