package eavesdrop.pcap;

import eavesdrop.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// Tells captures from other files, and says in words what the others are.
final class CaptureFiles {
    private static final String GIVE_A_CAPTURE =
            "Give a file that tcpdump or Wireshark saved (.pcap or .pcapng), or run ./labw up to make one.";

    /// How what is packed with gzip begins (RFC 1952, section 2.3.1).
    static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private CaptureFiles() {}

    /// @throws LabException (file) unless there is a file with something in it
    static void mustBeAFile(Path file) {
        if (Files.isDirectory(file)) {
            throw LabException.file(file + " is a directory, not a capture.", GIVE_A_CAPTURE);
        }
        if (!Files.exists(file)) {
            throw LabException.file("There is no file " + file + ".", GIVE_A_CAPTURE);
        }
        try {
            if (Files.isRegularFile(file) && Files.size(file) == 0) {
                throw LabException.file(
                        file + " is empty.", "Wait until something has been captured, or give another file.");
            }
        } catch (IOException failure) {
            throw unreadable(file.toString(), failure);
        }
    }

    static boolean isGzip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(GZIP.length), GZIP);
        } catch (IOException failure) {
            throw unreadable(file.toString(), failure);
        }
    }

    static LabException unreadable(String name, IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return LabException.file(
                    "You may not read " + name + ".", "Ask its owner, or change its permissions with chmod.");
        }
        String why = Objects.requireNonNullElse(failure.getMessage(), "it ends too early");
        return LabException.file(name + " cannot be read: " + why + ".", "Copy the file again, or give another one.");
    }

    /// The format of what the window begins with; a pcap file header is then behind it.
    static CaptureFormat format(Window window, String name) {
        if (window.has(CaptureMarks.PCAP_FILE_HEADER)) {
            Optional<PcapFormat> pcap = PcapFormat.of(window);
            if (pcap.isPresent()) {
                return pcap.get();
            }
        }
        if (window.has(PcapngFormat.SHORTEST_SECTION_HEADER)
                && NetworkOrder.integer(window.bytes(), 0) == CaptureMarks.SECTION_HEADER) {
            return pcapng(window, name);
        }
        throw noCapture(window, name);
    }

    private static CaptureFormat pcapng(Window window, String name) {
        PcapngFormat format = new PcapngFormat();
        if (format.startsWell(window)) {
            return format;
        }
        throw LabException.file(
                name + " looks like a pcapng file, but cannot be read: " + format.damage() + ".",
                "Open it in Wireshark and save it as pcap, or give another file.");
    }

    private static LabException noCapture(Window window, String name) {
        int length = Math.min(window.available(), 512);
        byte[] start = Arrays.copyOfRange(window.bytes(), window.at(), window.at() + length);
        if (length == 0) {
            return LabException.file(
                    name + " is empty.", "Wait until something has been captured, or give another file.");
        }
        return LabException.file(name + " is not a capture: " + FileGuess.of(start) + ".", GIVE_A_CAPTURE);
    }
}
