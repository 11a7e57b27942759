package eavesdrop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that somebody writes out in lines of hexadecimal digits are found, wherever the lines break.
class HexDumpTest {
    private static final String CODEWORD = "amber-otter-42";
    /// The letters beside the digits look like digits, too.
    private static final List<String> TEXTS = List.of(
            CODEWORD,
            "Zoë 🔑 codeword",
            "a1b2",
            "dead beef cafe",
            "|  be |",
            "a longer text, with spaces in it ".repeat(9));

    private static final List<String> AROUND =
            List.of("~", "cafe bad 00 ", "  ", "0123456789abcdef|", "\n", "\u0000\u0001\u00ff");

    /// How programs write bytes down.
    enum Layout {
        HEXDUMP("%08x  ", 16, 1, 8, "  |", "|"),
        XXD("%08x: ", 16, 2, 0, "  ", ""),
        XXD_OF_EIGHT("%08x: ", 8, 2, 0, "  ", ""),
        XXD_OF_FOUR("%08x: ", 16, 4, 0, "  ", ""),
        OD("%07o ", 16, 1, 0, "", ""),
        OD_WITH_LETTERS("%06x ", 16, 1, 0, "  >", "<"),
        TCPDUMP("\t0x%04x:  ", 16, 2, 0, "", ""),
        TCPDUMP_WITH_LETTERS("\t0x%04x:  ", 16, 2, 0, "  ", ""),
        ANALYSER("%04x   ", 16, 1, 0, "   ", ""),
        OPENSSL("%04x - ", 16, 1, 0, "   ", ""),
        PAIRS("", 16, 2, 0, "", ""),
        WORDS("", 16, 4, 0, "", ""),
        SPACED("", 10, 1, 0, "", ""),
        PLAIN("", 30, 30, 0, "", "");

        final String offset;
        final int columns;
        final int together;
        final int half;
        final String before;
        final String behind;

        Layout(String offset, int columns, int together, int half, String before, String behind) {
            this.offset = offset;
            this.columns = columns;
            this.together = together;
            this.half = half;
            this.before = before;
            this.behind = behind;
        }

        /// @param at whose digits are of interest
        Dump of(byte[] bytes, int at, String lineBreak) {
            StringBuilder dump = new StringBuilder();
            int place = 0;
            for (int line = 0; line < bytes.length; line += columns) {
                dump.append(String.format(Locale.ROOT, offset, line));
                int begin = dump.length();
                for (int i = line; i < Math.min(bytes.length, line + columns); i++) {
                    boolean space = i > line && (i - line) % together == 0;
                    dump.append(space ? " " : "").append(half > 0 && i - line == half ? " " : "");
                    place = i == at ? dump.length() : place;
                    dump.append(HexFormat.of().toHexDigits(bytes[i]));
                }
                int width = columns * 2 + (columns - 1) / together + (half > 0 ? 1 : 0);
                String letters = letters(bytes, line, Math.min(bytes.length, line + columns));
                dump.append(before.isEmpty() ? "" : " ".repeat(begin + width - dump.length()));
                dump.append(before)
                        .append(before.isEmpty() ? "" : letters)
                        .append(behind)
                        .append(lineBreak);
            }
            return new Dump(bytes(dump.toString()), place);
        }

        private static String letters(byte[] bytes, int from, int to) {
            StringBuilder letters = new StringBuilder();
            for (int i = from; i < to; i++) {
                letters.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '.');
            }
            return letters.toString();
        }
    }

    static final class Dump {
        final byte[] bytes;
        /// Where the text's first digit stands.
        final int place;

        Dump(byte[] bytes, int place) {
            this.bytes = bytes;
            this.place = place;
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsATextOnceWhereverTheBreakFalls(Layout layout) {
        for (String text : TEXTS) {
            Scans scans = new Scans(text);
            for (String around : AROUND) {
                for (int before = 0; before < 34; before++) {
                    Dump dump = dump(layout, text, around, before, before % 2 == 0 ? "\n" : "\r\n");

                    assertThat(search(dump.bytes, scans))
                            .as("%s, %d bytes of '%s' before", text, before, around)
                            .containsExactly(dump.place);
                }
            }
        }
    }

    /// A search goes through long streams in blocks. What crosses their border is found once, too.
    @ParameterizedTest
    @EnumSource
    void findsATextOnceWhereverABlockEnds(Layout layout) {
        Scans scans = new Scans(CODEWORD);
        for (int before = 150; before < 166; before++) {
            Dump dump = dump(layout, CODEWORD, "cafe bad 00 ", before, "\n");
            for (int end = dump.place - 20; end < dump.bytes.length; end++) {
                List<Integer> found = new ArrayList<>();
                int from = Math.max(0, end - scans.longest());
                byte[] next = Arrays.copyOfRange(dump.bytes, from, dump.bytes.length);
                scans.scan(dump.bytes, end, 0, (how, start, _) -> add(how, start, found));
                scans.scan(next, next.length, end - from, (how, start, _) -> add(how, from + start, found));

                assertThat(found)
                        .as("%d bytes before, block of %d", before, end)
                        .containsExactly(dump.place);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ":\n", " \n", ",\r\n  "})
    void findsDigitsInLinesOfAnyLength(String lineBreak) {
        for (int columns = 1; columns < 100; columns++) {
            String digits = HexFormat.of().formatHex(bytes("~".repeat(30) + CODEWORD + "~".repeat(30)));
            String lines = digits.replaceAll(".{" + columns + "}", "$0" + lineBreak);

            int breaks = 60 / columns * lineBreak.length();
            assertThat(search(bytes(lines), CODEWORD))
                    .as("lines of %d digits", columns)
                    .containsExactly(60 + breaks);
        }
    }

    @Test
    void findsAnArrayInTheSourceOfAProgram() {
        for (int before = 0; before < 24; before++) {
            String array = HexFormat.ofDelimiter(", ")
                    .withPrefix("0x")
                    .formatHex(bytes("~".repeat(before) + CODEWORD + "~".repeat(20)))
                    .replaceAll("(.{72}) ", "$1\n  ");
            String source = "unsigned char text[] = {\n  " + array + "\n};\n";

            assertThat(search(bytes(source), CODEWORD))
                    .as("%d bytes before", before)
                    .hasSize(1);
        }
    }

    @Test
    void anotherTextIsNotFound() {
        for (Layout layout : Layout.values()) {
            for (int before = 0; before < 16; before++) {
                Dump dump = dump(layout, "amber-otter-43", "42", before, "\n");
                assertThat(search(dump.bytes, CODEWORD)).isEmpty();
            }
        }
    }

    @Test
    void linesThatAreNotBesideOneAnotherAreNotJoined() {
        String digits = HexFormat.of().formatHex(bytes(CODEWORD));

        assertThat(search(bytes(digits.substring(0, 8) + "\nsaid:\n" + digits.substring(8)), CODEWORD))
                .isEmpty();
        assertThat(search(bytes(digits.substring(0, 8) + "\n" + digits.substring(8)), CODEWORD))
                .hasSize(1);
    }

    @Test
    void textsThatWereNotSentAreNotFound() {
        Random random = new Random(3);
        List<byte[]> dumps = new ArrayList<>();
        for (Layout layout : Layout.values()) {
            byte[] bytes = new byte[1_000];
            random.nextBytes(bytes);
            dumps.add(layout.of(bytes, 0, "\n").bytes);
        }
        for (int i = 0; i < 1_000; i++) {
            String text = Integer.toString(random.nextInt(1 << 20, 1 << 30), 36);
            Scans scans = new Scans(text);
            for (byte[] dump : dumps) {
                assertThat(search(dump, scans)).as(text).isEmpty();
            }
        }
    }

    private static Dump dump(Layout layout, String text, String around, int before, String lineBreak) {
        byte[] front = Arrays.copyOf(bytes(around.repeat(before + 1)), before);
        byte[] bytes = Arrays.copyOf(front, before + bytes(text).length + 40);
        System.arraycopy(bytes(text), 0, bytes, before, bytes(text).length);
        byte[] back = Arrays.copyOf(bytes(around.repeat(40)), 40);
        System.arraycopy(back, 0, bytes, bytes.length - back.length, back.length);
        return layout.of(bytes, before, lineBreak);
    }

    /// The places of hexadecimal digits.
    private static List<Integer> search(byte[] message, String text) {
        return search(message, new Scans(text));
    }

    private static List<Integer> search(byte[] message, Scans scans) {
        List<Integer> found = new ArrayList<>();
        scans.scan(message, message.length, 0, (how, start, _) -> add(how, start, found));
        return found;
    }

    private static void add(How how, int start, List<Integer> found) {
        if (how instanceof How.Hex) {
            found.add(start);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
