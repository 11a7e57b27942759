package eavesdrop.search;

import java.util.List;

/// Searches for many literals at once.
final class LiteralScan implements Scan {
    private final List<Literal> literals;
    private final Skips skips;
    private final int shortest;

    /// @param literals at least one
    LiteralScan(List<Literal> literals) {
        this.literals = List.copyOf(literals);
        this.shortest = literals.stream()
                .mapToInt(literal -> literal.bytes().length)
                .min()
                .orElseThrow();
        this.skips = new Skips(Math.max(2, shortest));
        for (Literal literal : literals) {
            byte[] bytes = literal.bytes();
            for (int i = 1; i < bytes.length; i++) {
                skips.add(Skips.key(bytes[i - 1] & 0xFF, bytes[i] & 0xFF), i);
            }
        }
    }

    @Override
    public int longest() {
        return literals.stream().mapToInt(Literal::length).max().orElseThrow();
    }

    @Override
    public void scan(byte[] bytes, int end, Hits hits) {
        if (shortest == 1) {
            scanEveryByte(bytes, end, hits);
            return;
        }
        byte[] table = skips.table();
        int last = skips.window() - 1;
        int at = last;
        while (at < end) {
            int skip = table[Skips.key(bytes[at - 1] & 0xFF, bytes[at] & 0xFF)];
            if (skip == 0) {
                check(bytes, at - last, end, hits);
                skip = 1;
            }
            at += skip;
        }
    }

    /// A text of one letter leaves nothing to skip.
    private void scanEveryByte(byte[] bytes, int end, Hits hits) {
        for (int at = 0; at < end; at++) {
            check(bytes, at, end, hits);
        }
    }

    private void check(byte[] bytes, int at, int end, Hits hits) {
        for (Literal literal : literals) {
            literal.check(bytes, at, end, hits);
        }
    }
}
