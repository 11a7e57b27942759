package eavesdrop.evidence;

import eavesdrop.search.Scans;
import eavesdrop.search.Starts;
import eavesdrop.search.Starts.Behind;
import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import eavesdrop.tcp.StreamSinks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Gathers each direction's bytes into blocks and has them searched.
///
///     stream → chunks → Gathered (a block for each direction) → Lane → SearchedDirection → Findings
final class SearchSinks implements StreamSinks {
    /// A block is searched when it has so many bytes: it stays in the processor's cache,
    private static final int BLOCK = 3 * 1024;
    /// or when it came in so many chunks,
    private static final int MOST_ORIGINS = 256;
    /// or, the oldest first, when all blocks together take so much.
    private static final long MOST_GATHERED = 64L << 20;
    /// So many blocks are given away together: to wake another thread costs more than to search one.
    private static final int BATCH = 32;

    /// Blocks that were searched are filled again, so that they stay where the processor has them; so many at most,
    private static final int MOST_SPARES = 1024;
    /// and none that is much larger than others.
    private static final int MOST_SPARE_SIZE = 4 * BLOCK;

    private final SearchWork work;
    private final Lane lane;
    private final Queue<Gathered> spares = new ArrayBlockingQueue<>(MOST_SPARES);
    private final int overlap;
    private final Deque<Direction> gathering = new ArrayDeque<>();
    private final List<Runnable> batch = new ArrayList<>();
    private long gathered;

    private long bytes;
    private long repeated;
    private int directions;
    private int gaps;
    private long missing;

    SearchSinks(Scans scans, Lane lane) {
        this.work = new SearchWork(scans);
        this.lane = lane;
        this.overlap = Math.max(scans.longest(), Starts.ROOM);
    }

    @Override
    public StreamSink open(Stream stream, boolean fromClient) {
        directions++;
        return new Direction(stream, fromClient, false);
    }

    private final class Direction implements StreamSink {
        private final Stream stream;
        private final boolean fromClient;
        private final SearchedDirection searched;
        private @Nullable Direction again;
        private Gathered block = Gathered.EMPTY;
        /// What of `gathered` is this block; 0 as long as it is not in `gathering`.
        private int size;

        Direction(Stream stream, boolean fromClient, boolean repeats) {
            this.stream = stream;
            this.fromClient = fromClient;
            this.searched = new SearchedDirection(stream, fromClient, repeats, work);
        }

        @Override
        public void bytes(Chunk chunk) {
            bytes += chunk.length();
            gather(chunk, chunk.length());
        }

        @Override
        public void gap(long offset, long length) {
            // The offset of the next chunk tells that it does not follow.
            gaps++;
            missing += length;
        }

        @Override
        public void unplaced(Chunk chunk, int count) {
            repeated += count;
            if (again == null) {
                again = new Direction(stream, fromClient, true);
            }
            again.gather(chunk, count);
        }

        /// @param own so many bytes at the beginning are searched here alone
        private void gather(Chunk chunk, int own) {
            if (size == 0) {
                gathering.add(this);
            }
            block = block == Gathered.EMPTY ? Gathered.begin() : block;
            block.add(chunk, own);
            if (block.length() - block.known() >= BLOCK || block.origins() >= MOST_ORIGINS) {
                search(Behind.NEXT_BLOCK, spare());
            }
            gathered += block.size() - size;
            size = block.size();
            makeRoom();
        }

        private void search(Behind behind, @Nullable Gathered spare) {
            Gathered full = block;
            block = full.next(overlap, spare);
            batch.add(() -> {
                searched.search(full, behind);
                keepSpare(full);
            });
            if (batch.size() == BATCH) {
                giveAway();
            }
        }

        /// Has what is there searched and keeps as little as can be.
        private void release(Behind behind) {
            gathered -= size;
            size = 0;
            search(behind, null);
        }

        /// Nothing follows: what is open need not wait for it.
        private void end() {
            release(Behind.NOTHING);
            batch.add(searched::endParts);
        }
    }

    /// A block that has been searched, or a new one.
    private Gathered spare() {
        Gathered spare = spares.poll();
        return spare == null ? Gathered.begin() : spare;
    }

    /// Called by the lane.
    private void keepSpare(Gathered searched) {
        if (searched.size() <= MOST_SPARE_SIZE) {
            spares.offer(searched);
        }
    }

    private void giveAway() {
        List<Runnable> searches = List.copyOf(batch);
        batch.clear();
        lane.run(() -> searches.forEach(Runnable::run));
    }

    private void makeRoom() {
        while (gathered > MOST_GATHERED) {
            gathering.remove().release(Behind.PERHAPS_MORE);
        }
    }

    /// The capture has ended: searches what is left and waits for all searches.
    SearchWork finish() {
        gathering.forEach(Direction::end);
        gathering.clear();
        giveAway();
        lane.run(work::finish);
        lane.await();
        return work;
    }

    /// Bytes of TCP data, each counted once.
    long bytes() {
        return bytes;
    }

    /// Bytes that were sent again.
    long repeated() {
        return repeated;
    }

    /// Directions of streams that carried bytes.
    int directions() {
        return directions;
    }

    int gaps() {
        return gaps;
    }

    /// Bytes that the gaps lack.
    long missing() {
        return missing;
    }
}
