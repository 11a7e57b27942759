package eavesdrop.tcp;

/// What all directions of all streams share: one view of the payload at hand, and the memory that they may
/// take together, so that no capture can fill it. What counts is roughly what the objects take.
final class Budget {
    /// What a waiting segment costs beside its bytes, roughly.
    private static final int OVERHEAD = 200;
    private static final int STREAM = 200;

    /// Shows the payload of the segment at hand.
    final Chunk view = new Chunk();

    private final long limit;
    private long used;
    private long givenUp;

    Budget(long limit) {
        this.limit = limit;
    }

    void take(Chunk chunk) {
        used += chunk.length() + OVERHEAD;
    }

    /// A stream, whose two sides may still get sinks.
    void takeStream() {
        used += STREAM;
    }

    void takeSink(int cost) {
        used += cost;
    }

    void giveBack(Chunk chunk) {
        used -= chunk.length() + OVERHEAD;
    }

    boolean isExceeded() {
        return used > limit;
    }

    /// A hole was told as a gap because too much waited behind it.
    void countGivenUp() {
        givenUp++;
    }

    long givenUp() {
        return givenUp;
    }
}
