package eavesdrop;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Takes the connections that come to a port, one after the other, on a virtual thread of its own.
///
/// When one cannot be taken, most likely the process has no more files to give: it says so, waits a moment for
/// another connection to end, and tries again. Trying at once would only burn the processor.
///
/// A permit is taken before a connection is accepted; while there is none, connections wait in the kernel's queue.
/// Whoever was given a connection gives its permit back.
public final class Acceptor implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(100);

    /// More connections than ever come.
    private static final int UNCOUNTED = 1 << 30;

    private final ServerSocket listener;
    private final Semaphore permits;
    private final Consumer<Socket> host;
    private final Consumer<IOException> trouble;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /// Takes nobody before `start`.
    ///
    /// @param listener bound already; `close` closes it
    /// @param host is given each connection, and must return at once
    /// @param trouble is told each time when none can be taken
    public Acceptor(
            String name,
            ServerSocket listener,
            Semaphore permits,
            Consumer<Socket> host,
            Consumer<IOException> trouble) {
        this.listener = listener;
        this.permits = permits;
        this.host = host;
        this.trouble = trouble;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::accept);
    }

    /// With as many connections at a time as come; their permits need not be given back.
    public Acceptor(String name, ServerSocket listener, Consumer<Socket> host, Consumer<IOException> trouble) {
        this(name, listener, new Semaphore(UNCOUNTED), host, trouble);
    }

    /// Returns at once.
    public void start() {
        thread.start();
    }

    /// The TCP port to which connections come.
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!isClosing()) {
            permits.acquireUninterruptibly();
            try {
                take(listener.accept());
            } catch (IOException failure) {
                permits.release();
                pauseAfter(failure);
            }
        }
    }

    /// One may slip in while the listener closes: nobody is here for it any more.
    private void take(Socket connection) throws IOException {
        if (isClosing()) {
            connection.close();
            permits.release();
        } else {
            host.accept(connection);
        }
    }

    private void pauseAfter(IOException failure) {
        if (isClosing()) {
            return;
        }
        trouble.accept(failure);
        try {
            boolean _ = closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /// After this the port is free, and nobody is given a connection any more.
    @Override
    public void close() {
        closing.countDown();
        try {
            listener.close();
        } catch (IOException _) {
            // It no longer listens either way.
        }
        // It may be waiting for a permit, and nobody may give one back for a long time.
        permits.release();
        awaitEnd();
    }

    private void awaitEnd() {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
