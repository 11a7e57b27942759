package eavesdrop.search;

/// Bytes that stand for the text as they are.
final class Literal {
    private final How how;
    private final byte[] bytes;
    private final Edges edges;

    /// @param how what it means to find them
    /// @param bytes at least one
    /// @param edges what the bytes before and behind them must be
    Literal(How how, byte[] bytes, Edges edges) {
        this.how = how;
        this.bytes = bytes.clone();
        this.edges = edges;
    }

    Literal(How how, byte[] bytes) {
        this(how, bytes, Edges.NONE);
    }

    byte[] bytes() {
        return bytes;
    }

    /// Looks whether it stands at this place, and tells.
    void check(byte[] block, int at, int end, Hits hits) {
        if (at + bytes.length > end || block[at] != bytes[0]) {
            return;
        }
        for (int i = bytes.length - 1; i > 0; i--) {
            if (block[at + i] != bytes[i]) {
                return;
            }
        }
        if (edges.fit(block, at, at + bytes.length, end)) {
            hits.found(how, at - edges.before(), edges.before() + bytes.length + edges.behind());
        }
    }

    int length() {
        return edges.before() + bytes.length + edges.behind();
    }
}
