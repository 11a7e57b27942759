package eavesdrop.pcap;

import eavesdrop.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Tells captures from other files, and says in words what the others are.
final class CaptureFiles {
    private static final String GIVE_A_CAPTURE =
            "Give a file that tcpdump or Wireshark saved (.pcap or .pcapng), or run ./labw up to make one.";

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
            return in.read() == 0x1F && in.read() == 0x8B;
        } catch (IOException failure) {
            throw unreadable(file.toString(), failure);
        }
    }

    static LabException unreadable(String name, IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return LabException.file(
                    "You may not read " + name + ".", "Ask its owner, or change its permissions with chmod.");
        }
        return LabException.file(
                name + " cannot be read: " + failure.getMessage() + ".", "Copy the file again, or give another one.");
    }

    /// The format of what the window begins with; a pcap file header is then behind it.
    static CaptureFormat format(Window window, String name) {
        if (window.has(PcapFormat.FILE_HEADER)) {
            Optional<PcapFormat> pcap = PcapFormat.of(window);
            if (pcap.isPresent()) {
                return pcap.get();
            }
        }
        if (window.has(PcapngFormat.SHORTEST_SECTION_HEADER)
                && NetworkOrder.integer(window.bytes(), 0) == PcapngFormat.SECTION_HEADER) {
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
        return LabException.file(name + " is not a capture: " + guess(start) + ".", GIVE_A_CAPTURE);
    }

    /// What a file that begins with these bytes looks like.
    private static String guess(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u001f\u008b")) {
            return "it is compressed (gzip) twice, or comes through a pipe; unpack it first";
        }
        if (text.startsWith("\u00d4\u00c3\u00b2\u00a1") || text.startsWith("\u00a1\u00b2\u00c3\u00d4")) {
            return "it begins like one, but ends within its first 24 bytes";
        }
        if (text.startsWith("\n\r\r\n")) {
            return "it begins like a pcapng file, but ends within its first 28 bytes";
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return "it looks like a ZIP archive; unpack it first";
        }
        if (text.startsWith("(\u00b5/\u00fd")) {
            return "it is compressed (zstd); unpack it first";
        }
        if (text.startsWith("\u00fd7zXZ")) {
            return "it is compressed (xz); unpack it first";
        }
        return textOrOther(text);
    }

    private static String textOrOther(String text) {
        String lower = text.stripLeading().toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "it looks like a web page (HTML); perhaps the download went wrong";
        }
        boolean readable = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0x1B);
        return readable ? "it looks like a text file" : "its first bytes are those of no capture format";
    }
}
