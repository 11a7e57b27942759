package eavesdrop;

import java.util.ArrayDeque;
import java.util.Deque;

/// What a start has opened so far. A start that fails half-way closes all of it, the last first:
///
///     try (Opened opened = new Opened()) {
///         ServerSocket listener = opened.add(listen());
///         Log log = opened.add(new Log());
///         return opened.keep(new Server(listener, log));
///     }
public final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> things = new ArrayDeque<>();

    /// From now on this is closed when the start fails.
    public <T extends AutoCloseable> T add(T thing) {
        things.push(thing);
        return thing;
    }

    /// The start has succeeded: everything stays open, in the hands of `whole`.
    public <T> T keep(T whole) {
        things.clear();
        return whole;
    }

    @Override
    public void close() {
        while (!things.isEmpty()) {
            try {
                things.pop().close();
            } catch (Exception _) {
                // Why the start failed is what matters, and is on its way to the caller.
            }
        }
    }
}
