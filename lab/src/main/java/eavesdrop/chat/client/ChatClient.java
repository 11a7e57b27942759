package eavesdrop.chat.client;

import eavesdrop.chat.client.ClientEvent.Lost;
import eavesdrop.chat.client.ClientEvent.NameTaken;
import eavesdrop.chat.client.ClientEvent.Retrying;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A person's place in the chat: stays connected under one name, and connects again whenever the server is lost.
///
/// The client never changes its name by itself. When the name is taken it says so and asks again, because
/// the one who has it may be its own dead connection; `rename` takes another name.
///
/// One virtual thread runs the client's life and calls the listener. `send`, `rename` and `close` are for
/// the other threads; a listener may call `send` alone.
public final class ChatClient implements AutoCloseable {
    private final ServerAddress server;
    private final Links links;
    private final RetryPauses pauses;
    private final Consumer<ClientEvent> listener;
    private final Semaphore hurry = new Semaphore(0);

    private volatile Name name;
    private volatile boolean closed;
    private volatile Visit visit;

    private ChatClient(
            ServerAddress server, Name name, Links links, RetryPauses pauses, Consumer<ClientEvent> listener) {
        this.server = server;
        this.name = name;
        this.links = links;
        this.pauses = pauses;
        this.listener = listener;
        this.visit = new Visit(server, name, listener);
    }

    /// Starts a client on plain TCP. Returns at once; `listener` hears how it goes.
    public static ChatClient start(ServerAddress server, Name name, Consumer<ClientEvent> listener) {
        return start(server, name, Links.PLAIN, RetryPauses.USUAL, listener);
    }

    /// The same with another transport or sealer and other pauses.
    public static ChatClient start(
            ServerAddress server, Name name, Links links, RetryPauses pauses, Consumer<ClientEvent> listener) {
        ChatClient client = new ChatClient(server, name, links, pauses, listener);
        Thread.ofVirtual().name("chat-client").start(client::live);
        return client;
    }

    /// The name that this client has, or asks for.
    public Name name() {
        return name;
    }

    public ServerAddress server() {
        return server;
    }

    /// Sends a line: SAY, TELL, WHO or KEY. The client says HELLO and BYE itself.
    public Sending send(ClientLine line) {
        String text = TextLimit.text(line);
        int bytes = TextLimit.bytes(text);
        int limit = TextLimit.of(line);
        if (text.chars().anyMatch(Character::isISOControl)) {
            return new Sending.NotOneLine();
        }
        return bytes > limit ? new Sending.TooLong(bytes, limit) : visit.send(line);
    }

    /// Leaves the chat and comes back at once under another name.
    public void rename(Name other) {
        Visit old;
        synchronized (this) {
            name = other;
            old = visit;
        }
        old.leave();
        hurry.release();
    }

    /// Says BYE after everything sent before, and ends. Waits a second at most for the server to close; until then the
    /// listener still hears what the server says.
    @Override
    public void close() {
        closed = true;
        visit.leave();
        hurry.release();
    }

    private void live() {
        int attempt = 0;
        while (!closed) {
            String reason = visit.stay(links);
            attempt = visit.welcomed() ? 1 : attempt + 1;
            boolean renamed = !visit.name().equals(name);
            if (!renamed && !closed) {
                tellTheEnd(reason, pauses.before(attempt));
                waitFor(pauses.before(attempt));
            }
            beginAgain();
        }
    }

    private synchronized void beginAgain() {
        visit = new Visit(server, name, listener);
    }

    private void tellTheEnd(String reason, Duration pause) {
        if (visit.welcomed()) {
            listener.accept(new Lost(reason));
        }
        listener.accept(
                visit.nameWasTaken()
                        ? new NameTaken(visit.name(), pause)
                        : new Retrying(reason, pause, visit.reached()));
    }

    private void waitFor(Duration pause) {
        try {
            boolean _ = hurry.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            hurry.drainPermits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
