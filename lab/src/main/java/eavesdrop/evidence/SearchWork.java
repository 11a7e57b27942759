package eavesdrop.evidence;

import eavesdrop.search.EveryPlace;
import eavesdrop.search.Scans;
import eavesdrop.search.UnpackingBudget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What the searches of all directions share. One thread at a time.
final class SearchWork {
    /// So many compressed parts are unpacked at the same time; each takes about 50 KB.
    private static final int MOST_OPEN = 1000;

    private final Scans scans;
    private final UnpackingBudget budget = new UnpackingBudget();
    private final EveryPlace everyPlace = new EveryPlace();
    private final Findings findings = new Findings();
    /// In the order in which they began.
    private final SequencedSet<CompressedPart> open = new LinkedHashSet<>();
    private int gaveUp;

    SearchWork(Scans scans) {
        this.scans = scans;
    }

    Scans scans() {
        return scans;
    }

    UnpackingBudget budget() {
        return budget;
    }

    EveryPlace everyPlace() {
        return everyPlace;
    }

    Findings findings() {
        return findings;
    }

    /// One more part is being unpacked. Where too many are, the oldest is given up.
    void opened(CompressedPart part) {
        open.add(part);
        if (open.size() > MOST_OPEN && open.getFirst().giveUp()) {
            gaveUp();
        }
    }

    void closed(CompressedPart part) {
        open.remove(part);
    }

    /// A compressed part was not searched to its end.
    void gaveUp() {
        gaveUp++;
    }

    /// How many parts that may be compressed were not searched to their ends, though the capture goes on with them.
    int partsGivenUp() {
        return gaveUp;
    }

    /// Nothing comes any more.
    void finish() {
        List.copyOf(open).forEach(CompressedPart::close);
    }
}
