package eavesdrop.capture;

import eavesdrop.Acceptor;
import eavesdrop.LabException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Pcap over IP: whoever connects is sent a capture file from its start, and what is added to it as it grows.
///
/// Each reader gets whole packets only and in order, whenever it comes. Threads, all virtual: one accepts; each
/// reader has one of its own, so a reader that is slow or gone holds up nobody. A permit is taken before a reader is
/// accepted; while all are in use, the next reader waits in the kernel's queue.
///
/// A reader that ends its sending side is sent what is there by then, and that is the end.
public final class PcapOverIp implements AutoCloseable {
    /// Where it is offered unless told otherwise; the documents and Wireshark's command line name this port.
    public static final int DEFAULT_PORT = 57012;

    /// Readers at the same time.
    public static final int READERS = 16;

    /// The file is looked at this often. (Java's `WatchService` would wait without looking, but is told nothing of
    /// changes that another machine makes, and a folder shared with a container often is another machine's.)
    private static final int LOOK_AGAIN_MILLIS = 50;

    private static final Duration LAST_PACKETS = Duration.ofMillis(500);

    private final Path file;
    private final Acceptor acceptor;
    private final Semaphore permits = new Semaphore(READERS);
    private final Map<Socket, Thread> readers = new ConcurrentHashMap<>();
    private volatile boolean closing;

    private PcapOverIp(Path file, ServerSocket listener) {
        this.file = file;
        // Whoever waits longer than usual has only to wait: there is nobody here to tell.
        this.acceptor = new Acceptor("pcap over IP", listener, permits, this::welcome, _ -> {});
    }

    /// Starts to listen. When this returns, readers can connect.
    ///
    /// @param port 0 takes any free port
    /// @param file the capture, pcap or pcapng; need not be there yet
    /// @throws LabException if the port cannot be used
    public static PcapOverIp start(InetAddress bind, int port, Path file) {
        PcapOverIp server = new PcapOverIp(file, listen(bind, port));
        server.acceptor.start();
        return server;
    }

    private static ServerSocket listen(InetAddress bind, int port) {
        try {
            return new ServerSocket(port, READERS, bind);
        } catch (BindException failure) {
            throw LabException.machine(
                    "Port " + port + " of " + bind.getHostAddress() + " cannot be used for pcap over IP: "
                            + failure.getMessage() + ".",
                    "End the program that uses the port, or choose another port.");
        } catch (IOException failure) {
            throw LabException.machine(
                    "Pcap over IP cannot listen: " + failure.getMessage() + ".", "Choose another port.");
        }
    }

    /// The TCP port it listens on.
    public int port() {
        return acceptor.port();
    }

    private void welcome(Socket socket) {
        Thread reader = Thread.ofVirtual().unstarted(() -> serve(socket));
        readers.put(socket, reader);
        reader.start();
    }

    private void serve(Socket socket) {
        try (socket;
                GrowingCapture capture = new GrowingCapture(file)) {
            boolean theirEnd = false;
            while (!closing && !theirEnd) {
                capture.copyTo(socket.getOutputStream());
                theirEnd = pause(socket);
            }
            if (closing) {
                // What crossed the wire last is in the file a moment later.
                pause(socket);
            }
            capture.copyTo(socket.getOutputStream());
            socket.shutdownOutput();
        } catch (IOException _) {
            // The reader is gone, or the file ended to be a capture: either way there is nothing more to send.
        } finally {
            readers.remove(socket);
            permits.release();
        }
    }

    /// Waits a little. Returns whether the reader ended its side meanwhile; what it says is ignored.
    private static boolean pause(Socket socket) throws IOException {
        socket.setSoTimeout(LOOK_AGAIN_MILLIS);
        try {
            return socket.getInputStream().read(new byte[512]) < 0;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    /// Sends every reader what is in the file by now and ends the connections; a reader that does not read is cut off
    /// after half a second.
    @Override
    public void close() {
        closing = true;
        acceptor.close();
        long deadline = System.nanoTime() + LAST_PACKETS.toNanos();
        readers.values().forEach(reader -> join(reader, deadline));
        readers.keySet().forEach(PcapOverIp::close);
    }

    private static void join(Thread reader, long deadline) {
        try {
            boolean _ = reader.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // Closed is closed.
        }
    }
}
