package eavesdrop.tcp;

import java.util.Comparator;
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
    private final PriorityQueue<Chunk> notReached = new PriorityQueue<>(Comparator.comparingLong(Chunk::offset));
    private final PriorityQueue<Chunk> reached = new PriorityQueue<>(Comparator.comparingLong(chunk -> chunk.arrival));
    /// What the waiting segments hold together, without what was snapped off: from → to, without overlaps.
    private final TreeMap<Long, Long> covered = new TreeMap<>();
    private long arrivals;

    boolean isEmpty() {
        return notReached.isEmpty() && reached.isEmpty();
    }

    /// The lowest offset that waits. Only when not empty, and after `next` has found nothing.
    long lowest() {
        Chunk first = notReached.peek();
        if (first == null) {
            throw new IllegalStateException("nothing waits");
        }
        return first.offset();
    }

    /// Whether segments that wait hold all bytes of this one already, and of what was snapped off it.
    boolean covers(Chunk chunk) {
        Map.Entry<Long, Long> range = covered.floorEntry(chunk.offset());
        return range != null && range.getValue() >= chunk.end();
    }

    void add(Chunk chunk) {
        chunk.arrival = arrivals++;
        notReached.add(chunk);
        cover(chunk.offset(), chunk.offset() + chunk.length());
    }

    private void cover(long from, long to) {
        long start = from;
        long end = to;
        Map.Entry<Long, Long> range = covered.floorEntry(end);
        while (range != null && range.getValue() >= start) {
            start = Math.min(start, range.getKey());
            end = Math.max(end, range.getValue());
            covered.remove(range.getKey());
            range = covered.floorEntry(end);
        }
        covered.put(start, end);
    }

    /// Takes the segment whose turn it is when the stream has been delivered up to `next`; it may begin
    /// earlier, and may even end earlier. Nothing when all must wait.
    @Nullable
    Chunk next(long next) {
        Chunk first = notReached.peek();
        while (first != null && first.offset() <= next) {
            notReached.remove();
            reached.add(first);
            first = notReached.peek();
        }
        forgetUpTo(next);
        Chunk turn = reached.poll();
        return turn == null ? null : turn.awake();
    }

    private void forgetUpTo(long next) {
        Map.Entry<Long, Long> range = covered.firstEntry();
        while (range != null && range.getValue() <= next) {
            covered.pollFirstEntry();
            range = covered.firstEntry();
        }
    }
}
