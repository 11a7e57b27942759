package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.Held;
import eavesdrop.tcp.Chunk;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Brings bytes from the thread that reads a capture to the one that makes digests of them, many at a time.
///
/// The reader only notes where they are, and holds them. To fetch them, and sort them by their streams, of which there
/// may be thousands all over the memory, is left to the other thread.
final class DigestLane {
    private static final int MOST_CHUNKS = 2048;
    /// Bytes of a batch that are not the reader's: segments that waited for their turn, datagrams put together.
    private static final int MOST_OTHERS = 1 << 20;

    /// One is filled, one is worked on, the others wait to be.
    private static final int BATCHES = 4;

    private final CaptureReader reader;
    private final Lane lane;
    private final Queue<Batch> free = new ConcurrentLinkedQueue<>();
    private Batch filling;
    /// The reader's bytes, of which some are in the batch.
    private @Nullable Held held;

    /// @param reader where the bytes come from
    /// @param digester makes the digests, perhaps beside the reading
    DigestLane(CaptureReader reader, Executor digester) {
        this.reader = reader;
        this.lane = new Lane(digester, BATCHES - 1);
        for (int i = 0; i < BATCHES; i++) {
            free.add(new Batch());
        }
        filling = free.remove();
        lane.run(GatheredDigest::prepare);
    }

    private static final class Batch {
        final StreamDigest[] takers = new StreamDigest[MOST_CHUNKS];
        /// The array of each chunk that is not among the bytes that are held.
        final byte[] @Nullable [] others = new byte[MOST_CHUNKS][];

        final int[] starts = new int[MOST_CHUNKS];
        final int[] lengths = new int[MOST_CHUNKS];
        int chunks;
        int otherBytes;
        /// Of the bytes that are held, those from here
        int from = Integer.MAX_VALUE;
        /// to here are needed.
        int to;

        boolean isFull() {
            return chunks == MOST_CHUNKS || otherBytes > MOST_OTHERS;
        }

        void add(StreamDigest taker, Chunk chunk, boolean isHeld) {
            takers[chunks] = taker;
            starts[chunks] = chunk.start();
            lengths[chunks] = chunk.length();
            if (isHeld) {
                from = Math.min(from, chunk.start());
                to = Math.max(to, chunk.start() + chunk.length());
            } else {
                others[chunks] = chunk.bytes();
                otherBytes += chunk.bytes().length;
            }
            chunks++;
        }

        void giveOut(@Nullable Held held) {
            ByteBuffer part = held == null || from > to ? ByteBuffer.allocate(0) : held.part(from, to);
            byte[] bytes = part.array();
            int moved = part.position() - from;
            for (int i = 0; i < chunks; i++) {
                byte[] other = others[i];
                if (other == null) {
                    takers[i].take(bytes, starts[i] + moved, lengths[i]);
                } else {
                    takers[i].take(other, starts[i], lengths[i]);
                    others[i] = null;
                }
            }
            clear();
        }

        private void clear() {
            chunks = 0;
            otherBytes = 0;
            from = Integer.MAX_VALUE;
            to = 0;
        }
    }

    /// Notes the chunk, and waits when the digests are too far behind.
    @SuppressWarnings("ReferenceEquality") // Whether it is the same array, not whether the same bytes stand in it.
    void add(StreamDigest taker, Chunk chunk) {
        Held current = reader.hold();
        if (current != held) {
            send(true);
            held = current;
        } else if (filling.isFull()) {
            send(false);
        }
        filling.add(taker, chunk, chunk.bytes() == reader.packet().bytes());
    }

    /// @param last whether no more of what is held is needed behind this batch
    private void send(boolean last) {
        Batch full = filling;
        Held bytes = held;
        lane.run(() -> {
            full.giveOut(bytes);
            free.add(full);
            if (last && bytes != null) {
                bytes.giveBack();
            }
        });
        // One is free, because the lane has let this one in; unless a digest has failed, of which `finish` will tell.
        Batch next = free.poll();
        filling = next == null ? new Batch() : next;
    }

    /// Returns after everything has been taken.
    void finish() {
        send(true);
        lane.await();
    }
}
