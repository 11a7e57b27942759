package eavesdrop.evidence;

import java.util.ArrayList;
import java.util.List;

/// Counts findings and keeps the first of them, so that a text that is everywhere fits into memory.
final class Findings {
    /// So many are kept.
    static final int MOST = 10_000;

    private final List<Found> first = new ArrayList<>();
    private long count;

    void add(Found finding) {
        count++;
        first.add(finding);
        if (first.size() >= 2 * MOST) {
            keepFirst();
        }
    }

    private void keepFirst() {
        first.sort(Found.ORDER);
        if (first.size() > MOST) {
            first.subList(MOST, first.size()).clear();
        }
    }

    long count() {
        return count;
    }

    /// The first `MOST`, in the order of their frames.
    List<WireSighting> sightings() {
        keepFirst();
        return first.stream().map(Found::sighting).toList();
    }
}
