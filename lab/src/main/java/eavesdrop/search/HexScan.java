package eavesdrop.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Searches for a text in hexadecimal digits, whatever their case, with or without something before and between them.
/// What stands between two bytes stands between all.
final class HexScan implements Scan {
    static final int SEPARATOR = 16;
    private static final int BACKSLASH = 17;
    static final int X = 18;
    static final int OTHER = 19;
    private static final byte[] SYMBOLS = symbols();

    private final List<Pattern> patterns;
    private final int longest;
    private final Skips skips;

    private static final class Pattern {
        final How.Spelling spelling;
        /// What stands before each byte, its two digits, what stands between it and the next.
        final int[] symbols;
        /// How many symbols that is for one byte.
        final int period;

        Pattern(How.Spelling spelling, int[] symbols, int period) {
            this.spelling = spelling;
            this.symbols = symbols;
            this.period = period;
        }
    }

    HexScan(byte[] text) {
        patterns = List.of(
                pattern(How.Spelling.COMPACT, text, new int[] {}),
                pattern(How.Spelling.SEPARATED, text, new int[] {}, SEPARATOR),
                pattern(How.Spelling.SEPARATED, text, new int[] {}, SEPARATOR, SEPARATOR),
                pattern(How.Spelling.ESCAPED, text, new int[] {BACKSLASH, X}),
                pattern(How.Spelling.PREFIXED, text, new int[] {0, X}, SEPARATOR),
                pattern(How.Spelling.PREFIXED, text, new int[] {0, X}, SEPARATOR, SEPARATOR));
        longest = patterns.stream().mapToInt(p -> p.symbols.length).max().orElseThrow();
        skips = new Skips(text.length * 2, 2);
        for (Pattern pattern : patterns) {
            for (int i = 1; i < pattern.symbols.length; i++) {
                skips.add(Skips.key(pattern.symbols[i - 1], pattern.symbols[i]), i);
            }
        }
    }

    private static Pattern pattern(How.Spelling spelling, byte[] text, int[] before, int... between) {
        IntStream.Builder symbols = IntStream.builder();
        for (int i = 0; i < text.length; i++) {
            Arrays.stream(i == 0 ? new int[] {} : between).forEach(symbols::add);
            Arrays.stream(before).forEach(symbols::add);
            symbols.add((text[i] >> 4) & 0xF).add(text[i] & 0xF);
        }
        return new Pattern(spelling, symbols.build().toArray(), before.length + 2 + between.length);
    }

    /// The value of a digit, or what else stands there.
    static int symbol(byte letter) {
        return SYMBOLS[letter & 0xFF];
    }

    private static byte[] symbols() {
        byte[] symbols = new byte[256];
        Arrays.fill(symbols, (byte) OTHER);
        for (int digit = 0; digit < 16; digit++) {
            symbols["0123456789abcdef".charAt(digit)] = (byte) digit;
            symbols["0123456789ABCDEF".charAt(digit)] = (byte) digit;
        }
        for (char separator : new char[] {' ', '\t', ':', ';', '-', '.', ',', '_', '/', '|'}) {
            symbols[separator] = SEPARATOR;
        }
        symbols['\\'] = BACKSLASH;
        symbols['x'] = X;
        symbols['X'] = X;
        return symbols;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public void scan(Block block, int from, Hits hits) {
        scan(block.bytes(), from, block.end(), hits);
    }

    private void scan(byte[] bytes, int from, int end, Hits hits) {
        byte[] table = skips.table();
        byte[] symbols = SYMBOLS;
        int last = skips.window() - 1;
        int at = from + last;
        while (at < end) {
            int skip = table[Skips.key(symbols[bytes[at - 1] & 0xFF], symbols[bytes[at] & 0xFF])];
            if (skip == 0) {
                check(bytes, at - last, end, hits);
                skip = 1;
            }
            at += skip;
        }
    }

    /// Whether it tells of this place.
    boolean finds(byte[] bytes, int at, int end) {
        return at >= 0 && patterns.stream().anyMatch(pattern -> matches(pattern, bytes, at, end));
    }

    private void check(byte[] bytes, int at, int end, Hits hits) {
        for (Pattern pattern : patterns) {
            if (matches(pattern, bytes, at, end)) {
                hits.found(new How.Hex(pattern.spelling), at, pattern.symbols.length);
            }
        }
    }

    private static boolean matches(Pattern pattern, byte[] bytes, int at, int end) {
        if (at + pattern.symbols.length > end) {
            return false;
        }
        for (int i = 0; i < pattern.symbols.length; i++) {
            int symbol = SYMBOLS[bytes[at + i] & 0xFF];
            boolean other =
                    symbol == SEPARATOR && i >= pattern.period && bytes[at + i] != bytes[at + i - pattern.period];
            if (symbol != pattern.symbols[i] || other) {
                return false;
            }
        }
        return true;
    }
}
