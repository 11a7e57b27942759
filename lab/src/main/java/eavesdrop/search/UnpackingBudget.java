package eavesdrop.search;

/// How much may be unpacked for one question, so that a small capture of many small bombs costs little, too.
///
/// One unit is one byte that was read of compressed data, or searched of what came out of it.
public final class UnpackingBudget {
    /// So much may always be spent: about two seconds.
    static final long FREE = 256L << 20;
    /// What each byte that is searched adds. Texts are seldom packed to less than an eighth.
    private static final int FOR_A_BYTE = 8;
    /// To begin to unpack takes as long as so many bytes,
    private static final int TO_BEGIN = 2048;
    /// and to look whether raw deflate may begin at a place, as so many.
    private static final int TO_LOOK = 64;

    private long left;

    public UnpackingBudget() {
        this(FREE);
    }

    UnpackingBudget(long free) {
        this.left = free;
    }

    /// So many more bytes are searched.
    public void earn(long bytes) {
        left += FOR_A_BYTE * bytes;
    }

    void spendToBegin() {
        spend(TO_BEGIN);
    }

    void spendToLook() {
        spend(TO_LOOK);
    }

    void spend(long bytes) {
        left -= bytes;
    }

    /// Whether nothing more may be unpacked.
    public boolean isSpent() {
        return left < 0;
    }
}
