package eavesdrop.chat.terminal;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The queue between the threads that wait for the network and the keyboard and the one that does the work.
///
/// Bounded: a server that talks faster than the screen can show is made to wait.
final class Happenings {
    private static final int ROOM = 1024;

    private final BlockingQueue<Happening> queue = new ArrayBlockingQueue<>(ROOM);

    /// Puts something in, waiting for room.
    void add(Happening happening) {
        try {
            queue.put(happening);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Puts something in, waiting for room at most so long.
    void add(Happening happening, Duration atMost) throws InterruptedException {
        boolean _ = queue.offer(happening, atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Waits for the next one.
    Happening next() throws InterruptedException {
        return queue.take();
    }

    /// Waits for the next one at most so long; null if there is none.
    @Nullable
    Happening next(Duration atMost) throws InterruptedException {
        return queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// The next one if it is there already, else null.
    @Nullable
    Happening nextWithoutWaiting() {
        return queue.poll();
    }
}
