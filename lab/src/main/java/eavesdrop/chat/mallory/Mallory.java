package eavesdrop.chat.mallory;

import eavesdrop.Acceptor;
import eavesdrop.LabException;
import eavesdrop.Opened;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// Mallory, to whom the clients are led instead of to the server: for each of them she opens a connection of her own to
/// the server, and passes on what both say, after she has read it and changed it.
///
/// TLS does not stop her by itself: she is one end of two TLS connections. What stops her is a client that looks at
/// whose certificate it is shown (RFC 8446 section 4.4.2, RFC 9525).
///
/// One thread accepts, each client has two of its own; all are virtual.
public final class Mallory implements AutoCloseable {
    private final MalloryConfig config;
    private final MalloryLog log;
    private final Acceptor acceptor;
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Mallory(MalloryConfig config, ServerSocket listener) {
        this.config = config;
        this.log = new MalloryLog(config);
        this.acceptor = new Acceptor("mallory", listener, this::serve, this::cannotAccept);
    }

    /// When this returns, clients can connect to her.
    ///
    /// @throws LabException when the port is in use
    public static Mallory start(MalloryConfig config) {
        try (Opened opened = new Opened()) {
            Mallory mallory = new Mallory(config, opened.add(listen(config)));
            mallory.log.started(mallory.port());
            mallory.acceptor.start();
            return opened.keep(mallory);
        }
    }

    private static ServerSocket listen(MalloryConfig config) {
        try (Opened opened = new Opened()) {
            ServerSocket listener = opened.add(PatientSocket.listener());
            listener.bind(new InetSocketAddress(config.bind(), config.port()));
            return opened.keep(listener);
        } catch (IOException inUse) {
            throw LabException.machine(
                    "Mallory cannot listen on port " + config.port() + ": " + inUse.getMessage() + ".",
                    "End the program that uses the port, or choose another port.");
        }
    }

    /// The TCP port on which she listens.
    public int port() {
        return acceptor.port();
    }

    /// Waits until somebody closes her.
    public void awaitClose() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void cannotAccept(IOException refused) {
        log.trouble("Mallory can take no client for the moment: " + refused.getMessage());
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
        acceptor.close();
        relays.forEach(Relay::close);
    }
}
