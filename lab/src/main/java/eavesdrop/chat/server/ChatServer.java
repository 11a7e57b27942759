package eavesdrop.chat.server;

import eavesdrop.Acceptor;
import eavesdrop.LabException;
import eavesdrop.Opened;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// The reference chat server of `worksheets/protocol.md`.
///
/// Threads: one accepts; each connection has a reader and a writer of its own (`Connection`), so nobody waits for
/// somebody else's network. All are virtual. They meet in the `Room`, whose lock orders what happens, and in each
/// client's bounded `Outbox`.
///
/// A permit is taken before a connection is accepted, so there are never more than the limit, and a few that are
/// only told `server-full`. The rest wait in the kernel's queue.
///
///     try (ChatServer server = ChatServer.start(ServerConfig.onLoopback())) { … server.port() … }
public final class ChatServer implements AutoCloseable {
    /// Connections beyond the limit that are accepted in order to tell them so.
    private static final int TURNED_AWAY = 16;

    private static final int BACKLOG = 1024;
    private static final Duration THEIR_END = Duration.ofMillis(250);

    private final ServerConfig config;
    private final Recorder recorder;
    private final Room room;
    private final Semaphore permits;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    /// Those of them that were not turned away at the door.
    private final AtomicInteger admitted = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Acceptor acceptor;

    private ChatServer(ServerConfig config, ServerSocket listener, Recorder recorder) {
        this.config = config;
        this.permits = new Semaphore(config.limits().clients() + TURNED_AWAY);
        this.recorder = recorder;
        this.room = new Room(recorder);
        this.acceptor = new Acceptor("chat server", listener, permits, this::serve, this::cannotAccept);
    }

    /// Starts to listen. When this returns, clients can connect.
    ///
    /// @throws eavesdrop.LabException if the port is in use or may not be used, or the log cannot be written
    public static ChatServer start(ServerConfig config) {
        try (Opened opened = new Opened()) {
            ServerSocket listener = opened.add(listen(config));
            Recorder recorder = opened.add(new Recorder(config));
            ChatServer server = new ChatServer(config, listener, recorder);
            server.room.open(server.port(), config.scenario());
            server.acceptor.start();
            return opened.keep(server);
        }
    }

    private static ServerSocket listen(ServerConfig config) {
        try (Opened opened = new Opened()) {
            ServerSocket listener = opened.add(config.sockets().createServerSocket());
            // Bounds what the kernel keeps for a client that sends faster than it is read.
            listener.setReceiveBufferSize(ServerLimits.SOCKET_BYTES);
            listener.bind(new InetSocketAddress(config.bind(), config.port()), BACKLOG);
            return opened.keep(listener);
        } catch (BindException failure) {
            throw LabException.machine(
                    "Port " + config.port() + " of " + config.bind().getHostAddress() + " cannot be used: "
                            + failure.getMessage() + ".",
                    "End the program that uses the port, or choose another port.");
        } catch (IOException failure) {
            throw LabException.machine("The server cannot listen: " + failure.getMessage() + ".", "Try another port.");
        }
    }

    /// The TCP port it listens on.
    public int port() {
        return acceptor.port();
    }

    /// Waits until somebody closes the server.
    public void awaitClose() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void cannotAccept(IOException failure) {
        config.trouble().accept("No new client can be accepted for the moment: " + failure.getMessage() + ".");
    }

    private void serve(Socket socket) {
        boolean full = admitted.get() >= config.limits().clients();
        if (!full) {
            admitted.incrementAndGet();
        }
        Connection connection = new Connection(socket, room, config, full, this::release);
        connections.add(connection);
        connection.start();
    }

    private void release(Connection connection) {
        connections.remove(connection);
        if (!connection.isTurnedAway()) {
            admitted.decrementAndGet();
        }
        permits.release();
    }

    /// Stops accepting, sends everybody what was already recorded, ends the connections (FIN) and records the end.
    /// Takes at most the farewell of the limits and a quarter of a second; usually much less.
    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        acceptor.close();
        room.close();
        connections.forEach(Connection::finish);
        long sent = System.nanoTime() + config.limits().farewell().toNanos();
        connections.forEach(connection -> connection.awaitSent(sent));
        long theirEnd = System.nanoTime() + THEIR_END.toNanos();
        connections.forEach(connection -> connection.awaitEnd(theirEnd));
        connections.forEach(Connection::cut);
        room.end();
        recorder.close();
    }
}
