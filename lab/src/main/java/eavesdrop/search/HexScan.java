package eavesdrop.search;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Searches for a text in hexadecimal digits, whatever their case, with or without something between them.
final class HexScan implements Scan {
    private static final int SEPARATOR = 16;
    private static final int BACKSLASH = 17;
    private static final int X = 18;
    private static final int OTHER = 19;
    private static final byte[] SYMBOLS = symbols();

    private final Map<How.Spelling, int[]> patterns = new EnumMap<>(How.Spelling.class);
    private final int longest;
    private final Skips skips;

    HexScan(byte[] text) {
        patterns.put(How.Spelling.COMPACT, pattern(text, new int[] {}, new int[] {}));
        patterns.put(How.Spelling.SEPARATED, pattern(text, new int[] {}, new int[] {SEPARATOR}));
        patterns.put(How.Spelling.ESCAPED, pattern(text, new int[] {BACKSLASH, X}, new int[] {}));
        longest = text.length * 4;
        skips = new Skips(text.length * 2, 2);
        for (int[] pattern : patterns.values()) {
            for (int i = 1; i < pattern.length; i++) {
                skips.add(Skips.key(pattern[i - 1], pattern[i]), i);
            }
        }
    }

    /// The symbols of all bytes: what stands before each, its two digits, what stands between it and the next.
    private static int[] pattern(byte[] text, int[] before, int[] between) {
        IntStream.Builder pattern = IntStream.builder();
        for (int i = 0; i < text.length; i++) {
            Arrays.stream(i == 0 ? new int[] {} : between).forEach(pattern::add);
            Arrays.stream(before).forEach(pattern::add);
            pattern.add((text[i] >> 4) & 0xF).add(text[i] & 0xF);
        }
        return pattern.build().toArray();
    }

    private static byte[] symbols() {
        byte[] symbols = new byte[256];
        Arrays.fill(symbols, (byte) OTHER);
        for (int digit = 0; digit < 16; digit++) {
            symbols["0123456789abcdef".charAt(digit)] = (byte) digit;
            symbols["0123456789ABCDEF".charAt(digit)] = (byte) digit;
        }
        for (char separator : new char[] {' ', ':', '-', '.', ',', '_'}) {
            symbols[separator] = SEPARATOR;
        }
        symbols['\\'] = BACKSLASH;
        symbols['x'] = X;
        return symbols;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public void scan(byte[] bytes, int end, Hits hits) {
        byte[] table = skips.table();
        byte[] symbols = SYMBOLS;
        int last = skips.window() - 1;
        int at = last;
        while (at < end) {
            int skip = table[Skips.key(symbols[bytes[at - 1] & 0xFF], symbols[bytes[at] & 0xFF])];
            if (skip == 0) {
                check(bytes, at - last, end, hits);
                skip = 1;
            }
            at += skip;
        }
    }

    private void check(byte[] bytes, int at, int end, Hits hits) {
        patterns.forEach((spelling, pattern) -> {
            if (matches(pattern, bytes, at, end) && oneSeparator(spelling, pattern.length, bytes, at)) {
                hits.found(new How.Hex(spelling), at, pattern.length);
            }
        });
    }

    private static boolean matches(int[] pattern, byte[] bytes, int at, int end) {
        if (at + pattern.length > end) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (SYMBOLS[bytes[at + i] & 0xFF] != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the same separator stands everywhere.
    private static boolean oneSeparator(How.Spelling spelling, int length, byte[] bytes, int at) {
        if (spelling == How.Spelling.SEPARATED) {
            for (int i = 5; i < length; i += 3) {
                if (bytes[at + i] != bytes[at + 2]) {
                    return false;
                }
            }
        }
        return true;
    }
}
