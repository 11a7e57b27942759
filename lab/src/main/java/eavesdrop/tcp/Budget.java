package eavesdrop.tcp;

/// What all directions of all streams share: one view of the payload at hand, and how much they may keep
/// waiting together, so that no capture can fill the memory.
final class Budget {
    /// What a waiting segment costs beside its bytes, roughly.
    private static final int OVERHEAD = 250;

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
