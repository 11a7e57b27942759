package eavesdrop.search;

/// How far raw deflate is looked for at every place.
///
/// It has no header, and a student's capture is small enough to look everywhere. In a large one that would be slow: so
/// it ends after `MOST` places, or when its own budget is spent. Then there is still enough for all that has a header,
/// and for the places where a segment or a line begins.
public final class EveryPlace {
    /// More than the labs of this kit have, and about a tenth of a second of work.
    static final long MOST = 1 << 20;
    /// For what is unpacked on mere suspicion.
    private static final long BUDGET = 16L << 20;

    private final UnpackingBudget budget = new UnpackingBudget(BUDGET);
    private long places;
    private boolean ended;

    /// Whether the next place may be looked at, which counts it.
    boolean mayLook() {
        if (places == MOST || budget.isSpent()) {
            ended = true;
            return false;
        }
        places++;
        return true;
    }

    UnpackingBudget budget() {
        return budget;
    }

    /// Where raw deflate was looked for, in words.
    String words() {
        return ended
                ? "at every place of the first " + places + " bytes, behind them where a segment or a line begins"
                : "at every place";
    }
}
