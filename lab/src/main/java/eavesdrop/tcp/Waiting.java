package eavesdrop.tcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Segments of one direction that came before their turn.
///
/// Where they overlap, the one that came first wins, and what was already delivered wins over all. That is
/// how Wireshark's Follow decides:
///
///     delivered ─────────────┤ next
///     1.  ▐███▌                        ends before next: repeats, drop it
///     2.        ▐███████████▌          begins before next, ends behind it: its tail is next
///     3.                     ▐████▌    begins at next
///     4.                        ▐██▌   begins behind next: must wait
///
/// Of those in case 2 and 3 the earliest arrival is taken, whole, then the question is asked again.
final class Waiting {
    /// Bytes without a hole that waiting segments hold together, not counting what was snapped off, by their beginning.
    private final TreeMap<Long, Range> ranges = new TreeMap<>();
    private final PriorityQueue<Chunk> reached = new PriorityQueue<>(Comparator.comparingLong(chunk -> chunk.arrival));
    /// The segments of the range whose turn it is, by offset; before `turns` are those that were reached.
    private List<Chunk> range = List.of();
    private int turns;
    private long arrivals;

    private static final class Range {
        /// Where it ends.
        long to;
        /// One of its segments; each knows another one, up to `last`.
        Chunk first;
        Chunk last;

        Range(Chunk chunk) {
            to = chunk.offset();
            first = chunk;
            last = chunk;
        }

        void join(Range other) {
            to = Math.max(to, other.to);
            last.other = other.first;
            last = other.last;
        }

        List<Chunk> byOffset() {
            List<Chunk> chunks = new ArrayList<>();
            for (Chunk chunk = first; chunk != null; chunk = chunk.other) {
                chunks.add(chunk);
            }
            chunks.sort(Comparator.comparingLong(Chunk::offset));
            return chunks;
        }
    }

    boolean isEmpty() {
        return ranges.isEmpty() && reached.isEmpty() && turns == range.size();
    }

    /// The lowest offset that waits. Only when not empty, and after `next` has found nothing.
    long lowest() {
        return ranges.firstKey();
    }

    /// Whether segments that wait hold all bytes of this one already, and of what was snapped off it.
    boolean covers(Chunk chunk) {
        Map.Entry<Long, Range> before = ranges.floorEntry(chunk.offset());
        return before != null && before.getValue().to >= chunk.end();
    }

    void add(Chunk chunk) {
        chunk.arrival = arrivals++;
        long from = chunk.offset();
        Range added = new Range(chunk);
        added.to = from + chunk.length();
        Map.Entry<Long, Range> before = ranges.floorEntry(from);
        if (before != null && before.getValue().to >= from) {
            from = before.getKey();
            before.getValue().join(added);
            added = before.getValue();
        } else {
            ranges.put(from, added);
        }
        Map.Entry<Long, Range> behind = ranges.higherEntry(from);
        while (behind != null && behind.getKey() <= added.to) {
            added.join(behind.getValue());
            ranges.remove(behind.getKey());
            behind = ranges.higherEntry(from);
        }
    }

    /// Takes the segment whose turn it is when the stream has been delivered up to `next`; it may begin
    /// earlier, and may even end earlier. Nothing when all must wait.
    @Nullable
    Chunk next(long next) {
        reach(next);
        while (reached.isEmpty() && !ranges.isEmpty() && ranges.firstKey() <= next) {
            range = ranges.pollFirstEntry().getValue().byOffset();
            turns = 0;
            reach(next);
        }
        return reached.poll();
    }

    /// A range has no hole, so all its segments are reached one after the other.
    private void reach(long next) {
        while (turns < range.size() && range.get(turns).offset() <= next) {
            reached.add(range.get(turns++));
        }
        if (turns == range.size()) {
            range = List.of();
            turns = 0;
        }
    }
}
