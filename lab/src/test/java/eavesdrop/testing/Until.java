package eavesdrop.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Waits for the thing itself, with a deadline: for what no event announces (a file, a container's state).
public final class Until {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Until() {}

    /// Returns once `condition` holds. Fails after the deadline, with what `evidence` then shows.
    public static void holds(String wanted, Callable<Boolean> condition, Supplier<String> evidence) throws Exception {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain until " + wanted + ". Instead:\n" + evidence.get());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
