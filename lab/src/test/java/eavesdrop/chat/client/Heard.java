package eavesdrop.chat.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A listener that a test asks for the next event of a kind, with a deadline.
final class Heard implements Consumer<ClientEvent> {
    private final BlockingQueue<ClientEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void accept(ClientEvent event) {
        events.add(event);
    }

    ClientEvent next() throws InterruptedException {
        ClientEvent event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).as("an event within 10 s").isNotNull();
        return event;
    }

    /// The next event of this kind; those before it are dropped.
    <E extends ClientEvent> E next(Class<E> kind) throws InterruptedException {
        ClientEvent event = next();
        while (!kind.isInstance(event)) {
            event = next();
        }
        return kind.cast(event);
    }
}
