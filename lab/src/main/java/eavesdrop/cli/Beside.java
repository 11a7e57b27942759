package eavesdrop.cli;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/// Does work on a second processor, in the order in which it comes, while the first one goes on.
///
/// Whoever gives more than can be done waits: so what is not done yet takes little memory.
final class Beside implements Executor, AutoCloseable {
    private static final int MOST_WAITING = 1_000;

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread worker = Thread.ofPlatform().daemon().name("beside").start(this::work);

    private void work() {
        try {
            while (true) {
                tasks.take().run();
            }
        } catch (InterruptedException closed) {
            // Nobody needs the rest.
        }
    }

    @Override
    public void execute(Runnable task) {
        try {
            tasks.put(task);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(stopped);
        }
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
