package eavesdrop.program;

import eavesdrop.chat.server.OperatorEntry;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Shows what the operator sees, line by line, on a thread of its own: a screen that does not take its lines (a
/// paused terminal, a full pipe) must not hold up the chat. Only the latest lines wait for it; how many it missed is
/// counted, and said.
final class OperatorScreen implements AutoCloseable {
    private static final int MOST_CHARACTERS_WAITING = 500_000;
    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    private final PrintStream out;
    private final ZoneId zone;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Thread printer;
    private int charactersWaiting;
    private int notShown;
    private boolean closed;

    OperatorScreen(PrintStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
        this.printer = Thread.ofPlatform().daemon().name("operator's screen").start(this::print);
    }

    /// Shows an entry. Returns at once.
    void show(OperatorEntry entry) {
        say(entry.line(zone));
    }

    /// Shows a sentence of the server about itself. Returns at once.
    synchronized void say(String line) {
        waiting.add(line);
        charactersWaiting += line.length();
        while (charactersWaiting > MOST_CHARACTERS_WAITING) {
            charactersWaiting -= waiting.remove().length();
            notShown++;
        }
        notifyAll();
    }

    private void print() {
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            out.println(line.get());
            if (isNothingWaiting()) {
                out.flush();
            }
        }
        out.flush();
    }

    private synchronized boolean isNothingWaiting() {
        return waiting.isEmpty();
    }

    private synchronized Optional<String> next() {
        try {
            while (waiting.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (notShown > 0) {
            String missing = "(" + notShown + " lines are not shown here; the operator log has them)";
            notShown = 0;
            return Optional.of(missing);
        }
        Optional<String> line = Optional.ofNullable(waiting.poll());
        line.ifPresent(text -> charactersWaiting -= text.length());
        return line;
    }

    /// Shows what still waits, if the screen takes it soon.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            boolean _ = printer.join(LAST_LINES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
