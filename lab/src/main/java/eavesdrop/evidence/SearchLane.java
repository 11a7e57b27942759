package eavesdrop.evidence;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/// Runs searches one after the other, in their order, wherever the executor wants. Whoever brings them waits
/// when too many wait already, so that memory stays bounded.
final class SearchLane {
    private static final int MOST_WAITING = 16;

    private final Executor executor;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /// @param executor `Runnable::run` for the caller's own thread
    SearchLane(Executor executor) {
        this.executor = executor;
    }

    void run(Runnable search) {
        room.acquireUninterruptibly();
        last = last.thenRunAsync(search, executor).whenComplete((_, _) -> room.release());
    }

    /// Waits for all of them. Where one failed, fails likewise.
    void await() {
        try {
            last.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw failed;
        }
    }
}
