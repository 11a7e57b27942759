package eavesdrop.chat.server;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// The lines that wait for one client: the bounded queue between those who speak to it and its writer.
///
/// What happens when a client reads more slowly than others speak to it:
///
///     0            half            full                    4 × full
///     |-------------|---------------|-------------------------|
///       all is well   (all is well)   crowded: who speaks to    let go at once
///                                     it waits until half
///
/// A crowded client must read half a queue in each `patience`, or it is let go: so one that reads slowly slows the
/// others down to its own speed, one that reads nothing holds them up once, for `patience`, and then is gone. More
/// than one line over *full* comes only from many speakers at once, each of whom adds one line and then waits.
///
/// Any thread may add; one writer takes.
final class Outbox {
    /// Lines that wait together before the writer may join them into one write.
    private static final int LINES_SENT_SINGLY = 8;

    /// Bytes of one write at most, unless a single line is longer.
    private static final int BATCH_BYTES = 16 * 1024;

    private static final int TOO_MUCH = 4;

    private enum State {
        OPEN,
        /// Takes no more; what waits is still sent.
        FINISHING,
        /// Takes no more; what waited is forgotten.
        LET_GO
    }

    private final ServerLimits limits;
    private final byte[] farewell;
    private final Runnable onLetGo;
    private final LongSupplier nanoTime;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Condition calm = lock.newCondition();
    private final ArrayDeque<byte[]> lines = new ArrayDeque<>();
    private State state = State.OPEN;
    private long bytes;
    private boolean crowded;
    private long crowdedSince;
    private long takenSince;

    /// @param farewell the line for a client that is let go because it does not read
    /// @param onLetGo is run once when that happens, by the thread that found it; must return at once
    /// @param nanoTime as `System.nanoTime`
    Outbox(ServerLimits limits, byte[] farewell, Runnable onLetGo, LongSupplier nanoTime) {
        this.limits = limits;
        this.farewell = farewell;
        this.onLetGo = onLetGo;
        this.nanoTime = nanoTime;
    }

    /// Adds a line; never waits. Returns whether the queue is full, so that the caller should `awaitCalm` (once it
    /// holds no lock that others need).
    boolean add(byte[] line) {
        lock.lock();
        try {
            if (state != State.OPEN) {
                return false;
            }
            if (lines.isEmpty()) {
                something.signal();
            }
            lines.add(line);
            bytes += line.length;
            noteCrowd();
            if (isOver(TOO_MUCH)) {
                letGo();
            }
            return crowded;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver(int times) {
        return bytes > (long) times * limits.queueBytes() || lines.size() > (long) times * limits.queueLines();
    }

    private boolean isHalfEmpty() {
        return bytes <= limits.queueBytes() / 2 && lines.size() <= limits.queueLines() / 2;
    }

    private void noteCrowd() {
        if (!crowded && isOver(1)) {
            crowded = true;
            crowdedSince = nanoTime.getAsLong();
            takenSince = 0;
        }
    }

    /// Waits until half the queue is free again, or the client was let go because it did not read.
    void awaitCalm() {
        lock.lock();
        try {
            while (crowded) {
                long left = crowdedSince + limits.patience().toNanos() - nanoTime.getAsLong();
                if (left <= 0) {
                    letGo();
                } else {
                    calm.await(left, TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void letGo() {
        state = State.LET_GO;
        lines.clear();
        lines.add(farewell);
        bytes = farewell.length;
        nobodyWaits();
        onLetGo.run();
    }

    private void nobodyWaits() {
        crowded = false;
        calm.signalAll();
        something.signal();
    }

    /// Takes no more lines. The writer sends what waits and then ends.
    void finish() {
        lock.lock();
        try {
            if (state == State.OPEN) {
                state = State.FINISHING;
            }
            nobodyWaits();
        } finally {
            lock.unlock();
        }
    }

    /// Forgets everything: the connection is broken.
    void abandon() {
        lock.lock();
        try {
            state = State.FINISHING;
            lines.clear();
            bytes = 0;
            nobodyWaits();
        } finally {
            lock.unlock();
        }
    }

    /// For the writer: waits until there is something to take. Returns whether there is; if not, it is all over.
    boolean awaitLines() {
        lock.lock();
        try {
            while (lines.isEmpty() && state == State.OPEN) {
                something.awaitUninterruptibly();
            }
            return !lines.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// For the writer: the next bytes to send, whole lines. There must be some (`awaitLines`).
    ///
    /// One line at a time, so that each is a segment of its own in a capture; only when many wait are they joined.
    byte[] take() {
        lock.lock();
        try {
            byte[] next = lines.size() <= LINES_SENT_SINGLY ? lines.remove() : batch();
            noteTaken(next.length);
            return next;
        } finally {
            lock.unlock();
        }
    }

    private byte[] batch() {
        byte[] joined = new byte[BATCH_BYTES];
        int length = 0;
        while (!lines.isEmpty() && length + lines.element().length <= BATCH_BYTES) {
            byte[] line = lines.remove();
            System.arraycopy(line, 0, joined, length, line.length);
            length += line.length;
        }
        return length == 0 ? lines.remove() : Arrays.copyOf(joined, length);
    }

    private void noteTaken(int count) {
        bytes -= count;
        if (!crowded) {
            return;
        }
        takenSince += count;
        if (isHalfEmpty()) {
            crowded = false;
            calm.signalAll();
        } else if (takenSince >= limits.queueBytes() / 2) {
            takenSince = 0;
            crowdedSince = nanoTime.getAsLong();
        }
    }

    /// Whether the client was let go because it did not read.
    boolean isLetGo() {
        lock.lock();
        try {
            return state == State.LET_GO;
        } finally {
            lock.unlock();
        }
    }
}
