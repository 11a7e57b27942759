package eavesdrop.evidence;

import eavesdrop.search.Scans;
import eavesdrop.search.UnpackingBudget;
import java.util.ArrayDeque;
import java.util.Deque;

/// What the searches of all directions share. One thread at a time.
final class SearchWork {
    /// So many compressed parts are unpacked at the same time; each takes about 50 KB.
    private static final int MOST_OPEN = 1000;

    private final Scans scans;
    private final UnpackingBudget budget = new UnpackingBudget();
    private final Findings findings = new Findings();
    /// Once for each part that was opened, also when it has ended since.
    private final Deque<SearchedDirection> opened = new ArrayDeque<>();

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

    Findings findings() {
        return findings;
    }

    /// A direction has begun to unpack one more part.
    void opened(SearchedDirection direction) {
        opened.add(direction);
        if (opened.size() > MOST_OPEN && opened.remove().giveUpOldest()) {
            gaveUp();
        }
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
        opened.forEach(SearchedDirection::endParts);
        opened.clear();
    }
}
