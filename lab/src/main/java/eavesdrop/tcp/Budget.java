package eavesdrop.tcp;

/// How much all streams together may keep waiting, so that no capture can fill the memory.
final class Budget {
    /// What a waiting segment costs beside its bytes, roughly.
    private static final int OVERHEAD = 250;

    private final long limit;
    private long used;

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
}
