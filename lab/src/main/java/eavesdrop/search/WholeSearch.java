package eavesdrop.search;

import eavesdrop.search.How.Packing;

/// Searches bytes that are all there, and unpacks what is compressed in them.
public final class WholeSearch {
    private final Scans scans;
    private final UnpackingBudget budget = new UnpackingBudget();
    private int gaveUp;

    public WholeSearch(Scans scans) {
        this.scans = scans;
    }

    /// @param hits of a text in compressed data: the place where that data begins, and a length of 0
    public void search(byte[] bytes, Hits hits) {
        budget.earn(bytes.length);
        scans.scan(bytes, bytes.length, 0, hits);
        if (budget.isSpent()) {
            gaveUp++;
            return;
        }
        Starts.Taker taker = (packing, at) -> unpack(packing, bytes, at, hits);
        if (bytes.length >= Starts.NEEDED) {
            Starts.raw(bytes, 0, bytes.length, budget, taker);
        }
        Starts.find(bytes, 0, bytes.length, budget, taker);
    }

    private void unpack(Packing packing, byte[] bytes, int at, Hits hits) {
        try (Unpacking unpacking = new Unpacking(packing, scans, budget)) {
            unpacking.take(bytes, at, bytes.length, (how, _, _) -> hits.found(how, at, 0));
            gaveUp += unpacking.gaveUp() ? 1 : 0;
        }
    }

    /// How many parts that may be compressed were not unpacked to their ends so far, because too much came out.
    public int gaveUp() {
        return gaveUp;
    }
}
