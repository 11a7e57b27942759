package eavesdrop.exercises.wire;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What one end does, beside the other one.
///
/// @param <T> what comes out of it
public final class Doing<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private Doing() {}

    public static <T> Doing<T> start(Callable<T> work) {
        Doing<T> doing = new Doing<>();
        Thread.ofVirtual().start(() -> {
            try {
                doing.result.complete(work.call());
            } catch (Throwable failure) { // the test decides what it means
                doing.result.completeExceptionally(failure);
            }
        });
        return doing;
    }

    public boolean isOver() {
        return result.isDone();
    }

    /// @param run is run when the work has come to an end, well or not
    public void whenOver(Runnable run) {
        result.whenComplete((_, _) -> run.run());
    }

    /// What came out, or what was thrown.
    ///
    /// @param who for the message when it does not end: "toClient"
    public T result(String who) throws Exception {
        try {
            return result.get(Wire.PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (ExecutionException thrown) {
            switch (thrown.getCause()) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                default -> throw thrown;
            }
        } catch (TimeoutException never) {
            throw new AssertionError(
                    who + " did not come to an end. Is it waiting for something that never comes?", never);
        }
    }
}
