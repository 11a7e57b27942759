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

    /// Bytes that came late, and those that they belong before, are kept until the end; so many at most.
    private static final int MOST_EARLY = 16 << 20;

    private static final int OVERHEAD_OF_EARLY = 200;

    /// What a direction takes beside its block, roughly.
    private static final int WITHOUT_BLOCK = 120;

    private final SearchWork work;
    private final Lane lane;
    private final Queue<Gathered> spares = new ArrayBlockingQueue<>(MOST_SPARES);
    private final int overlap;
    private final Deque<Direction> gathering = new ArrayDeque<>();
    private final List<Runnable> batch = new ArrayList<>();
    private long gathered;
    /// The directions with bytes that came late.
    private final List<Direction> withEarlyBytes = new ArrayList<>();
    private long early;
    /// Bytes that came late, but after too many others to be kept.
    private long notKept;

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

    /// The end of the last block is kept for the next one.
    @Override
    public int memory() {
        return WITHOUT_BLOCK + overlap;
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
        private @Nullable EarlyBytes earlyBytes;
        /// Some of the first bytes, once the first block is gone.
        private @Nullable Gathered beginning;
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
            int before = Math.clamp(-chunk.offset(), 0, chunk.length());
            boolean late = before > 0 && early < MOST_EARLY;
            if (late) {
                early += before + OVERHEAD_OF_EARLY;
                keepEarly(chunk, before);
            } else {
                notKept += before;
            }
            if (!late || before < chunk.length()) {
                again(chunk, count);
            }
        }

        private void again(Chunk chunk, int count) {
            if (again == null) {
                again = new Direction(stream, fromClient, true);
            }
            again.gather(chunk, count);
        }

        private void keepEarly(Chunk chunk, int before) {
            if (earlyBytes == null) {
                earlyBytes = new EarlyBytes();
                withEarlyBytes.add(this);
            }
            earlyBytes.add(chunk, before);
        }

        /// Nothing more comes late.
        private void searchEarly() {
            if (earlyBytes != null) {
                Gathered first = beginning == null ? block.beginning(block.length()) : beginning;
                boolean whole = beginning == null;
                Gathered joined = earlyBytes.joined(first, chunk -> again(chunk, chunk.length()));
                SearchedDirection inOrder = new SearchedDirection(stream, fromClient, true, work);
                batch.add(() -> {
                    inOrder.search(joined, Behind.NOTHING);
                    if (whole) {
                        inOrder.endParts();
                    } else {
                        inOrder.giveUpParts();
                    }
                });
                giveAwayFull();
            }
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
            if (beginning == null && behind != Behind.NOTHING) {
                boolean kept = early < MOST_EARLY || earlyBytes != null;
                beginning = kept ? full.beginning(overlap) : Gathered.EMPTY;
                early += beginning.size();
            }
            block = full.next(overlap, spare);
            batch.add(() -> {
                searched.search(full, behind);
                keepSpare(full);
            });
            giveAwayFull();
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

    private void giveAwayFull() {
        if (batch.size() >= BATCH) {
            giveAway();
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
        withEarlyBytes.forEach(Direction::searchEarly);
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

    /// What could not be searched as it should be, in plain statements.
    List<String> limits() {
        return notKept == 0
                ? List.of()
                : List.of(
                        "Too much came from before the first captured byte of its stream to be put in order, so that a"
                                + " text which is split across segments there could be missed. Bytes: " + notKept
                                + ".");
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
