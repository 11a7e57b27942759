package eavesdrop.search;

import java.util.List;
import java.util.function.IntPredicate;

/// Searches for a text under XOR with a key that repeats after some bytes, whatever the key.
///
/// With a key of length k, the bytes c[i] and c[i+k] met the same byte of the key, so it falls out of their
/// XOR: c[i] ^ c[i+k] = t[i] ^ t[i+k]. These differences are searched for. A key that repeats after k bytes
/// also repeats after 2k, so that one search with k = 4 finds keys of 1, 2 and 4 bytes.
final class XorScan implements Scan {
    private final byte[] text;
    private final int period;
    private final IntPredicate mine;
    private final byte[] differences;
    private final Skips skips;

    /// @param period after how many bytes the key repeats; the text is longer by at least two
    /// @param mine which lengths of keys to tell of; the others are found by another scan
    XorScan(byte[] text, int period, IntPredicate mine) {
        this.text = text.clone();
        this.period = period;
        this.mine = mine;
        this.differences = differences(text, period);
        this.skips = new Skips(differences.length, 2);
        for (int i = 1; i < differences.length; i++) {
            skips.add(Skips.key(differences[i - 1] & 0xFF, differences[i] & 0xFF), i);
        }
    }

    static byte[] differences(byte[] text, int period) {
        byte[] differences = new byte[text.length - period];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = (byte) (text[i] ^ text[i + period]);
        }
        return differences;
    }

    @Override
    public int longest() {
        return text.length;
    }

    @Override
    public void scan(Block block, int from, Hits hits) {
        scan(block.bytes(), from, block.end(), hits);
    }

    private void scan(byte[] bytes, int from, int end, Hits hits) {
        byte[] table = skips.table();
        int distance = period;
        int last = skips.window() - 1;
        int behind = end - distance;
        int first = from + last;
        int middle = (first + behind) / 2;
        int second = Math.max(first, middle);
        while (first < middle && second < behind) {
            int skip = table[key(bytes, first, distance)];
            int otherSkip = table[key(bytes, second, distance)];
            first += skip == 0 ? checked(bytes, first - last, end, hits) : skip;
            second += otherSkip == 0 ? checked(bytes, second - last, end, hits) : otherSkip;
        }
        scanPart(bytes, first, middle, end, hits);
        scanPart(bytes, second, behind, end, hits);
    }

    private void scanPart(byte[] bytes, int from, int to, int end, Hits hits) {
        int last = skips.window() - 1;
        int at = from;
        while (at < to) {
            int skip = skips.table()[key(bytes, at, period)];
            at += skip == 0 ? checked(bytes, at - last, end, hits) : skip;
        }
    }

    private static int key(byte[] bytes, int at, int distance) {
        int first = (bytes[at - 1] ^ bytes[at - 1 + distance]) & 0xFF;
        int second = (bytes[at] ^ bytes[at + distance]) & 0xFF;
        return Skips.key(first, second);
    }

    /// Looks whether the text stands here; then the window moves by 1.
    private int checked(byte[] bytes, int at, int end, Hits hits) {
        check(bytes, at, end, hits);
        return 1;
    }

    private void check(byte[] bytes, int at, int end, Hits hits) {
        if (at + text.length > end) {
            return;
        }
        for (int i = 0; i < differences.length; i++) {
            if ((byte) (bytes[at + i] ^ bytes[at + i + period]) != differences[i]) {
                return;
            }
        }
        byte[] key = new byte[period];
        for (int i = 0; i < period; i++) {
            key[i] = (byte) (bytes[at + i] ^ text[i]);
        }
        int length = shortest(key);
        boolean plain = length == 1 && key[0] == 0;
        if (!plain && mine.test(length)) {
            hits.found(How.Xor.of(key, length), at, text.length);
        }
    }

    /// The length of the shortest key that gives this one when it repeats.
    private static int shortest(byte[] key) {
        return List.of(1, 2, 3, 4, 5, 6, 7).stream()
                .filter(length -> length < key.length && key.length % length == 0 && repeats(key, length))
                .findFirst()
                .orElse(key.length);
    }

    private static boolean repeats(byte[] key, int length) {
        for (int i = length; i < key.length; i++) {
            if (key[i] != key[i - length]) {
                return false;
            }
        }
        return true;
    }
}
