package eavesdrop.chat.mallory;

import eavesdrop.LabException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Mallory, to whom the clients are led instead of to the server: for each of them she opens a connection of her own to
/// the server, and passes on what both say, after she has read it and changed it.
///
/// TLS does not stop her by itself: she is one end of two TLS connections. What stops her is a client that looks at
/// whose certificate it is shown (RFC 8446 section 4.4.2, RFC 9525).
///
/// One thread accepts, each client has two of its own; all are virtual.
public final class Mallory implements AutoCloseable {
    private static final Duration ACCEPT_AGAIN = Duration.ofMillis(100);

    private final MalloryConfig config;
    private final MalloryLog log;
    private final ServerSocket listener;
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Mallory(MalloryConfig config) {
        this.config = config;
        this.log = new MalloryLog(config);
        this.listener = listen(config);
    }

    /// When this returns, clients can connect to her.
    ///
    /// @throws LabException when the port is in use
    public static Mallory start(MalloryConfig config) {
        Mallory mallory = new Mallory(config);
        mallory.log.started(mallory.port());
        Thread.ofVirtual().name("mallory").start(mallory::accept);
        return mallory;
    }

    private static ServerSocket listen(MalloryConfig config) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.bind(new InetSocketAddress(config.bind(), config.port()));
            return listener;
        } catch (IOException inUse) {
            throw LabException.machine(
                    "Mallory cannot listen on port " + config.port() + ": " + inUse.getMessage() + ".",
                    "End the program that uses the port, or choose another port.");
        }
    }

    /// The TCP port on which she listens.
    public int port() {
        return listener.getLocalPort();
    }

    /// Waits until somebody closes her.
    public void awaitClose() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                serve(listener.accept());
            } catch (IOException refused) {
                acceptLater(refused);
            }
        }
    }

    /// For example when no more files can be opened: the end of a connection frees some.
    private void acceptLater(IOException refused) {
        try {
            boolean closed = closing.await(ACCEPT_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            if (!closed) {
                log.trouble("Mallory can take no client for the moment: " + refused.getMessage());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket accepted) {
        Relay relay = new Relay(config, log, accepted);
        relays.add(relay);
        Thread.ofVirtual().name("mallory relay").start(() -> {
            relay.run();
            relays.remove(relay);
        });
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listener.close();
        } catch (IOException _) {
            // It no longer listens either way.
        }
        relays.forEach(Relay::close);
    }
}
