package eavesdrop.capture;

import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;

/// Writes what crosses the chat's connections as a capture, without any right to capture.
///
/// It stands between the server and its sockets: it makes server sockets whose connections tell the tap
/// every byte that they read or write. Bytes, their order, addresses and times are true; packets, sequence
/// numbers and acknowledgments are made to fit, and the section header of the file says so.
///
/// Many threads use one tap: each event takes its turn on the tap's lock.
public final class Tap extends ServerSocketFactory implements AutoCloseable {
    private static final String LABEL =
            "Synthesised by Eavesdrop's local topology: the bytes, addresses and times are those of"
                    + " real loopback connections; the packets around them were made up to fit.";

    private final CaptureWriter capture;
    private final Clock clock;
    private final Random random;
    private final Consumer<String> trouble;
    private boolean broken;

    private Tap(CaptureWriter capture, Clock clock, Random random, Consumer<String> trouble) {
        this.capture = capture;
        this.clock = clock;
        this.random = random;
        this.trouble = trouble;
    }

    /// @param random gives the initial sequence numbers
    /// @param trouble hears it, once, when the capture can no longer be written
    public static Tap open(Path file, Clock clock, Random random, Consumer<String> trouble) throws IOException {
        return new Tap(CaptureWriter.open(file, LinkType.ETHERNET, LABEL), clock, random, trouble);
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new TappedServerSocket(this);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return bound(new InetSocketAddress(port), 0);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return bound(new InetSocketAddress(port), backlog);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return bound(new InetSocketAddress(address, port), backlog);
    }

    private ServerSocket bound(InetSocketAddress address, int backlog) throws IOException {
        ServerSocket socket = createServerSocket();
        socket.bind(address, backlog);
        return socket;
    }

    /// What the tap knows of one connection.
    synchronized ConnectionWriter connection(Socket socket) {
        Endpoint client = new Endpoint(socket.getInetAddress(), socket.getPort());
        Endpoint server = new Endpoint(socket.getLocalAddress(), socket.getLocalPort());
        return new ConnectionWriter(capture, client, server, random.nextInt(), random.nextInt());
    }

    /// One thing that happened on a connection.
    interface Event {
        void write(Instant time) throws IOException;
    }

    /// Writes the event. The chat goes on when it cannot: whoever listens in must not be noticed.
    synchronized void record(Event event) {
        if (broken) {
            return;
        }
        try {
            event.write(clock.instant());
        } catch (IOException unwritable) {
            broken = true;
            trouble.accept(
                    "The capture cannot be written any more (" + unwritable.getMessage() + "). The chat goes on.");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        broken = true;
        capture.close();
    }

    /// Accepts connections that tell the tap.
    private static final class TappedServerSocket extends ServerSocket {
        private final Tap tap;

        TappedServerSocket(Tap tap) throws IOException {
            this.tap = tap;
        }

        @Override
        public Socket accept() throws IOException {
            TappedSocket socket = new TappedSocket(tap);
            implAccept(socket);
            socket.accepted();
            return socket;
        }
    }
}
