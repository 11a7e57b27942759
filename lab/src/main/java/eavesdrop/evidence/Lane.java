package eavesdrop.evidence;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/// Runs tasks one after the other, in their order, wherever the executor wants: mostly on a second processor, while the
/// capture is read on. Whoever brings tasks waits when too many wait already, so that memory stays bounded.
final class Lane {
    private final Executor executor;
    private final Semaphore room;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /// @param executor `Runnable::run` for the caller's own thread
    /// @param most tasks that are not done yet
    Lane(Executor executor, int most) {
        this.executor = executor;
        this.room = new Semaphore(most);
    }

    void run(Runnable task) {
        room.acquireUninterruptibly();
        last = last.thenRunAsync(task, executor).whenComplete((_, _) -> room.release());
    }

    /// Waits for all of them. Where one failed, fails likewise.
    void await() {
        try {
            last.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            if (failed.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw failed;
        }
    }
}
