package eavesdrop.pcap;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a file that is no capture looks like, in words: the person may have taken the wrong one, or one that must be
/// unpacked or converted first.
final class FileGuess {
    private static final String CONVERT = "; open it in Wireshark and save it as pcap";
    private static final Map<String, String> BEGINNINGS = beginnings();

    private FileGuess() {}

    /// By the first bytes, each as one character. Which formats begin so: Wireshark's and file(1)'s lists.
    private static Map<String, String> beginnings() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("\u001f\u008b", "it is compressed (gzip); unpack it first");
        known.put("\u00d4\u00c3\u00b2\u00a1", "it begins like one, but ends within its first 24 bytes");
        known.put("\u00a1\u00b2\u00c3\u00d4", "it begins like one, but ends within its first 24 bytes");
        known.put("\n\r\r\n", "it begins like a pcapng file, but ends within its first 28 bytes");
        known.put("PK\u0003\u0004", "it looks like a ZIP archive; unpack it first");
        known.put("(\u00b5/\u00fd", "it is compressed (zstd); unpack it first");
        known.put("\u0004\"M\u0018", "it is compressed (lz4); unpack it first");
        known.put("\u00fd7zXZ", "it is compressed (xz); unpack it first");
        known.put("BZh", "it is compressed (bzip2); unpack it first");
        known.put("7z\u00bc\u00af", "it looks like a 7-Zip archive; unpack it first");
        known.put("snoop\0", "it is a capture of Solaris' snoop" + CONVERT);
        known.put("GMBU", "it is a capture of Microsoft's Network Monitor" + CONVERT);
        known.put("TRSNIFF data", "it is a capture of a Sniffer" + CONVERT);
        return known;
    }

    /// @param start the first bytes of the file
    static String of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return BEGINNINGS.entrySet().stream()
                .filter(known -> text.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> textOrOther(text));
    }

    private static String textOrOther(String text) {
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "it looks like a web page (HTML); perhaps the download went wrong";
        }
        boolean readable = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0x1B);
        return readable ? "it looks like a text file" : "its first bytes are those of no capture format";
    }
}
