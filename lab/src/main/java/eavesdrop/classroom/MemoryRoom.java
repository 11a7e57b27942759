package eavesdrop.classroom;

import java.util.concurrent.Semaphore;

/// Bounds the memory: large submissions wait until others are done with theirs.
final class MemoryRoom {
    private static final int UNIT = 1 << 10;
    private static final int ALL = (int) (SubmissionLimits.ALL_BYTES / UNIT);

    private final Semaphore free = new Semaphore(ALL);

    interface Work {
        Graded run();
    }

    Graded with(SubmissionFiles files, Work work) {
        int needed = Math.clamp(files.bytes() / UNIT, 1, ALL);
        free.acquireUninterruptibly(needed);
        try {
            return work.run();
        } finally {
            free.release(needed);
        }
    }
}
