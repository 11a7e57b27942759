package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.tcp.Chunk;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/// Brings bytes from the thread that reads a capture to the one that makes digests of them, many at a time.
///
/// The reader only notes where they are, and holds them. To fetch them, and sort them by their streams, of which there
/// may be thousands all over the memory, is left to the other thread, which then gives them back.
final class DigestLane {
    private static final int MOST_CHUNKS = 2048;
    /// Bytes of a batch that are not the reader's: segments that waited for their turn, datagrams put together.
    private static final int MOST_OTHERS = 1 << 20;

    private static final byte[] NOTHING = {};
    /// One is filled, one is worked on, the others wait to be.
    private static final int BATCHES = 4;

    private final CaptureReader reader;
    private final Lane lane;
    private final Queue<Batch> free = new ConcurrentLinkedQueue<>();
    private Batch filling;
    /// The reader's bytes, of which some are in the batch.
    private byte[] held = NOTHING;

    /// @param reader where the bytes come from
    /// @param digester makes the digests, perhaps beside the reading
    DigestLane(CaptureReader reader, Executor digester) {
        this.reader = reader;
        this.lane = new Lane(digester, BATCHES - 1);
        for (int i = 0; i < BATCHES; i++) {
            free.add(new Batch());
        }
        filling = free.remove();
    }

    private static final class Batch {
        final StreamDigest[] takers = new StreamDigest[MOST_CHUNKS];
        final byte[][] sources = new byte[MOST_CHUNKS][];
        final int[] starts = new int[MOST_CHUNKS];
        final int[] lengths = new int[MOST_CHUNKS];
        int chunks;
        int others;

        boolean isFull() {
            return chunks == MOST_CHUNKS || others > MOST_OTHERS;
        }

        void add(StreamDigest taker, Chunk chunk, boolean isOther) {
            others += isOther ? chunk.bytes().length : 0;
            takers[chunks] = taker;
            sources[chunks] = chunk.bytes();
            starts[chunks] = chunk.start();
            lengths[chunks++] = chunk.length();
        }

        void giveOut() {
            for (int i = 0; i < chunks; i++) {
                takers[i].take(sources[i], starts[i], lengths[i]);
            }
            Arrays.fill(sources, 0, chunks, null);
            chunks = 0;
            others = 0;
        }
    }

    /// Notes the chunk, and waits when the digests are too far behind.
    @SuppressWarnings("ReferenceEquality") // Whether it is the same array, not whether the same bytes stand in it.
    void add(StreamDigest taker, Chunk chunk) {
        byte[] current = reader.packet().bytes();
        if (current != held) {
            send(held);
            held = current;
            reader.hold();
        } else if (filling.isFull()) {
            send(NOTHING);
        }
        filling.add(taker, chunk, chunk.bytes() != held);
    }

    /// @param done what is held no longer when this batch has been taken
    private void send(byte[] done) {
        Batch full = filling;
        lane.run(() -> {
            full.giveOut();
            free.add(full);
            if (done.length > 0) {
                reader.giveBack(done);
            }
        });
        // One is free, because the lane has let this one in; unless a digest has failed, of which `finish` will tell.
        Batch next = free.poll();
        filling = next == null ? new Batch() : next;
    }

    /// Returns after everything has been taken.
    void finish() {
        send(held);
        lane.await();
    }
}
