package eavesdrop.search;

import java.util.List;

/// Searches for many literals at once.
final class LiteralScan implements Scan {
    private final List<Literal> literals;
    private final Skips skips;
    private final int shortest;
    private final int longest;

    /// @param literals at least one
    LiteralScan(List<Literal> literals) {
        this.literals = List.copyOf(literals);
        this.shortest = literals.stream()
                .mapToInt(literal -> literal.bytes().length)
                .min()
                .orElseThrow();
        this.longest = literals.stream().mapToInt(Literal::length).max().orElseThrow();
        this.skips = new Skips(Math.max(2, shortest), 2);
        for (Literal literal : literals) {
            byte[] bytes = literal.bytes();
            for (int i = 1; i < bytes.length; i++) {
                skips.add(Skips.key(bytes[i - 1] & 0xFF, bytes[i] & 0xFF), i);
            }
        }
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
        if (shortest == 1) {
            scanEveryByte(bytes, from, end, hits);
            return;
        }
        byte[] table = skips.table();
        int last = skips.window() - 1;
        int first = from + last;
        int middle = (first + end) / 2;
        int second = Math.max(first, middle);
        while (first < middle && second < end) {
            int skip = table[key(bytes, first)];
            int otherSkip = table[key(bytes, second)];
            first += skip == 0 ? checked(bytes, first - last, end, hits) : skip;
            second += otherSkip == 0 ? checked(bytes, second - last, end, hits) : otherSkip;
        }
        scanPart(bytes, first, middle, end, hits);
        scanPart(bytes, second, end, end, hits);
    }

    private void scanPart(byte[] bytes, int from, int to, int end, Hits hits) {
        int last = skips.window() - 1;
        int at = from;
        while (at < to) {
            int skip = skips.table()[key(bytes, at)];
            at += skip == 0 ? checked(bytes, at - last, end, hits) : skip;
        }
    }

    private static int key(byte[] bytes, int at) {
        return Skips.key(bytes[at - 1] & 0xFF, bytes[at] & 0xFF);
    }

    /// Looks whether a literal stands here; then the window moves by 1.
    private int checked(byte[] bytes, int at, int end, Hits hits) {
        check(bytes, at, end, hits);
        return 1;
    }

    /// A text of one letter leaves nothing to skip.
    private void scanEveryByte(byte[] bytes, int from, int end, Hits hits) {
        for (int at = from; at < end; at++) {
            check(bytes, at, end, hits);
        }
    }

    private void check(byte[] bytes, int at, int end, Hits hits) {
        for (Literal literal : literals) {
            literal.check(bytes, at, end, hits);
        }
    }
}
