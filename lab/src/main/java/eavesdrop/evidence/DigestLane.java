package eavesdrop.evidence;

import eavesdrop.tcp.Chunk;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/// Brings bytes from the thread that reads a capture to the one that makes digests of them, many at a time.
///
/// The reader copies what it has just read into one place. To sort the bytes by their streams, of which there may be
/// thousands all over the memory, is the slow part, and left to the other thread.
final class DigestLane {
    /// Stays in the processor's cache.
    private static final int MOST_BYTES = 128 << 10;

    private static final int MOST_CHUNKS = 2048;
    /// One is filled, one is worked on, the others wait to be.
    private static final int BATCHES = 4;

    private final Lane lane;
    private final Queue<Batch> free = new ConcurrentLinkedQueue<>();
    private Batch filling;

    /// @param digester makes the digests, perhaps beside the reading
    DigestLane(Executor digester) {
        this.lane = new Lane(digester, BATCHES - 1);
        for (int i = 0; i < BATCHES; i++) {
            free.add(new Batch());
        }
        filling = free.remove();
    }

    private static final class Batch {
        final byte[] bytes = new byte[MOST_BYTES];
        final StreamDigest[] takers = new StreamDigest[MOST_CHUNKS];
        final int[] ends = new int[MOST_CHUNKS];
        int chunks;
        int length;

        boolean isFull() {
            return chunks == MOST_CHUNKS || length == MOST_BYTES;
        }

        void add(StreamDigest taker, byte[] source, int start, int count) {
            System.arraycopy(source, start, bytes, length, count);
            length += count;
            takers[chunks] = taker;
            ends[chunks++] = length;
        }

        void giveOut() {
            int start = 0;
            for (int i = 0; i < chunks; i++) {
                takers[i].take(bytes, start, ends[i] - start);
                start = ends[i];
            }
            chunks = 0;
            length = 0;
        }
    }

    /// Copies the chunk, and waits when the digests are too far behind.
    void add(StreamDigest taker, Chunk chunk) {
        int taken = 0;
        while (taken < chunk.length()) {
            if (filling.isFull()) {
                send();
            }
            int fits = Math.min(chunk.length() - taken, MOST_BYTES - filling.length);
            filling.add(taker, chunk.bytes(), chunk.start() + taken, fits);
            taken += fits;
        }
    }

    private void send() {
        Batch full = filling;
        lane.run(() -> {
            full.giveOut();
            free.add(full);
        });
        // One is free, because the lane has let this one in; unless a digest has failed, of which `finish` will tell.
        Batch next = free.poll();
        filling = next == null ? new Batch() : next;
    }

    /// Returns after everything has been taken.
    void finish() {
        send();
        lane.await();
    }
}
