package eavesdrop.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The streams of a capture as Wireshark sees them.
///
/// @param count the highest `tcp.stream`, plus one
/// @param followed what `tshark -z follow,tcp,raw,N` prints, by N
public record TsharkStreams(int count, Map<Integer, Followed> followed) {
    private static final String BRACKET = "5b";
    private static final String MISSING =
            HexFormat.of().formatHex("bytes missing in capture file]".getBytes(StandardCharsets.US_ASCII));

    /// One stream.
    ///
    /// @param node0 `address:port` of the side that Wireshark heard first
    /// @param from0 what that side sent, in hexadecimal digits
    public record Followed(String node0, String node1, String from0, String from1) {
        /// Whether Wireshark tells of bytes that the capture lacks.
        public boolean hasGap() {
            return hasGap(from0) || hasGap(from1);
        }

        public static boolean hasGap(String side) {
            return side.contains(MISSING);
        }

        /// What a side sent before its first gap: the text that tells of it begins with a bracket.
        public static String beforeGap(String side) {
            int told = side.indexOf(MISSING);
            int bracket = told;
            while (bracket > 0 && !side.startsWith(BRACKET, bracket)) {
                bracket -= 2;
            }
            return told < 0 ? side : side.substring(0, bracket);
        }
    }

    /// Asks tshark, once, for the number of streams and for the first `expected` of them.
    public static TsharkStreams of(Path capture, int expected) {
        List<String> arguments = new ArrayList<>(List.of("-T", "fields", "-e", "tcp.stream"));
        for (int index = 0; index < expected; index++) {
            arguments.add("-z");
            arguments.add("follow,tcp,raw," + index);
        }
        List<String> lines = Tshark.lines(capture, arguments.toArray(String[]::new));
        int firstBlock = lines.indexOf("=".repeat(67));
        int rows = firstBlock < 0 ? lines.size() : firstBlock;
        return new TsharkStreams(count(lines.subList(0, rows)), blocks(lines.subList(rows, lines.size())));
    }

    /// A packet that quotes another one has several indexes.
    private static int count(List<String> rows) {
        return rows.stream()
                .flatMap(row -> Arrays.stream(row.split(",")))
                .filter(index -> !index.isBlank())
                .mapToInt(index -> Integer.parseInt(index) + 1)
                .max()
                .orElse(0);
    }

    private static Map<Integer, Followed> blocks(List<String> lines) {
        Map<Integer, Followed> streams = new TreeMap<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("Filter: tcp.stream eq ")) {
                int index = Integer.parseInt(lines.get(at).substring("Filter: tcp.stream eq ".length()));
                streams.put(index, block(lines.subList(at + 1, lines.size())));
            }
        }
        return streams;
    }

    /// Two lines with the nodes, then hexadecimal digits; those of node 1 begin with a tab.
    private static Followed block(List<String> lines) {
        StringBuilder from0 = new StringBuilder();
        StringBuilder from1 = new StringBuilder();
        for (String line : lines.subList(2, lines.size())) {
            if (line.startsWith("===")) {
                break;
            }
            (line.startsWith("\t") ? from1 : from0).append(line.strip());
        }
        String node0 = lines.get(0).substring("Node 0: ".length());
        String node1 = lines.get(1).substring("Node 1: ".length());
        return new Followed(node0, node1, from0.toString(), from1.toString());
    }
}
