package eavesdrop.chat.client;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.protocol.LineDecoder;
import eavesdrop.chat.protocol.ReceivedLine;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One TCP connection to the server.
///
/// The thread that calls `readLines` reads. A virtual thread of this object alone writes, one `write` per
/// line, so that each line is seen as a packet of its own. Between the senders and that thread is a bounded queue.
final class Connection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final int READ_BYTES = 4096;
    private static final int QUEUED_LINES = 256;
    private static final Duration ROOM_IN_QUEUE = Duration.ofSeconds(1);

    private final Socket socket;
    private final Channel channel;
    private final OutputStream out;
    private final BlockingQueue<ClientLine> queue = new ArrayBlockingQueue<>(QUEUED_LINES);
    private final Thread writer;

    private Connection(Socket socket, Channel channel) throws IOException {
        this.socket = socket;
        this.channel = channel;
        this.out = channel.out();
        this.writer = Thread.ofVirtual().name("chat-writer").start(this::writeLines);
    }

    /// Connects to the first address of the server that answers.
    static Connection open(ServerAddress server, Links links) throws IOException {
        IOException failure = new IOException("no address for " + server.host());
        for (InetAddress address : InetAddress.getAllByName(server.host())) {
            Socket socket = links.sockets().createSocket();
            try {
                socket.connect(new InetSocketAddress(address, server.port()), CONNECT_MILLIS);
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                return new Connection(socket, handshake(socket, server, links.transport()));
            } catch (HandshakeFailed disagreement) {
                socket.close();
                throw disagreement;
            } catch (IOException refused) {
                socket.close();
                failure = refused;
            }
        }
        throw failure;
    }

    /// Runs the transport, which may be a student's: whatever it throws becomes a reason for the person.
    private static Channel handshake(Socket socket, ServerAddress server, Transport transport) throws IOException {
        socket.setSoTimeout(HANDSHAKE_MILLIS);
        try {
            Channel made = transport.toServer(socket, server.host());
            socket.setSoTimeout(0);
            return made;
        } catch (IOException | RuntimeException | Error failure) {
            throw new HandshakeFailed(failure);
        }
    }

    /// Hands every line of the server to `reader`, until the connection ends.
    void readLines(Consumer<ServerLine> reader) throws IOException {
        LineDecoder decoder = new LineDecoder(Limits.SERVER_LINE_BYTES);
        byte[] some = new byte[READ_BYTES];
        InputStream in = channel.in();
        for (int length = in.read(some); length >= 0; length = in.read(some)) {
            ByteBuffer bytes = ByteBuffer.wrap(some, 0, length);
            for (var line = decoder.next(bytes); line.isPresent(); line = decoder.next(bytes)) {
                reader.accept(parse(line.get()));
            }
        }
    }

    private static ServerLine parse(ReceivedLine line) {
        return switch (line) {
            case ReceivedLine.Text text -> ServerLine.parse(text.text());
            case ReceivedLine.NotUtf8 damaged -> new ServerLine.Unknown(damaged.readable());
            case ReceivedLine.TooLong _ -> new ServerLine.Unknown("(a line that is too long)");
        };
    }

    /// Queues a line. False when the queue stays full for a second: the server does not read.
    boolean send(ClientLine line) {
        try {
            return queue.offer(line, ROOM_IN_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void writeLines() {
        try {
            ClientLine line;
            do {
                line = queue.take();
                out.write(line.bytes());
                out.flush();
            } while (!(line instanceof ClientLine.Bye));
        } catch (IOException | RuntimeException | Error gone) {
            close(); // The reader sees the end and tells the reason.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        writer.interrupt();
        try {
            socket.close();
        } catch (IOException nothingLeftToClose) {
            // The connection is gone either way.
        }
    }
}
