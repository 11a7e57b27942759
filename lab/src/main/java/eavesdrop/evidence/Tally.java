package eavesdrop.evidence;

import java.util.ArrayList;
import java.util.List;

/// Things that were found: how many, and the first of them.
///
/// @param first at most `MOST`, in their order
public record Tally<T>(long count, List<T> first) {
    /// So many are kept.
    public static final int MOST = 10_000;

    public Tally {
        first = List.copyOf(first);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// Takes one after the other.
    static final class Counter<T> {
        private final List<T> first = new ArrayList<>();
        private long count;

        void add(T found) {
            count++;
            if (first.size() < MOST) {
                first.add(found);
            }
        }

        Tally<T> counted() {
            return new Tally<>(count, first);
        }
    }
}
