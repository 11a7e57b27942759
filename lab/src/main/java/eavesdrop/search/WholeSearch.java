package eavesdrop.search;

import eavesdrop.search.How.Packing;
import java.util.Map;

/// Searches bytes that are all there, and unpacks what is compressed in them.
public final class WholeSearch {
    private final Scans scans;
    private final UnpackingBudget budget = new UnpackingBudget();
    private final EveryPlace everyPlace = new EveryPlace();
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
        Starts starts = new Starts(bytes, 0, bytes.length, Starts.Behind.NOTHING, scans, budget, everyPlace);
        starts.segment(0);
        starts.find((packing, at, allowed) -> unpack(packing, allowed, bytes, at, hits));
    }

    private int unpack(Packing packing, UnpackingBudget allowed, byte[] bytes, int at, Hits hits) {
        try (Unpacking unpacking = new Unpacking(packing, scans, allowed)) {
            unpacking.take(bytes, at, bytes.length, (how, _, _) -> hits.found(how, at, 0));
            gaveUp += unpacking.gaveUp() && unpacking.isCertain() ? 1 : 0;
            return unpacking.hasHeader() ? bytes.length - unpacking.untaken() : at;
        }
    }

    /// What was searched so far: see `Scans`.
    public Map<Family, String> searched() {
        return scans.searched(everyPlace);
    }

    /// How many parts that may be compressed were not unpacked to their ends so far, because too much came out.
    public int gaveUp() {
        return gaveUp;
    }
}
