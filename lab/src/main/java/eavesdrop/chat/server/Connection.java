package eavesdrop.chat.server;

import eavesdrop.chat.protocol.ErrorCode;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.protocol.LineDecoder;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Failure;
import eavesdrop.chat.seam.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// One client's connection. Two virtual threads serve it:
///
/// - the **reader** (`run`) carries out the handshake of the transport, reads lines, acts on them in the
///   `Room`, and adds the answers to the `Outbox`;
///   when it speaks to a client whose queue is full, it is the one that waits;
/// - the **writer** takes from the `Outbox` and writes to the channel, and so only ever waits for its own client;
///   before that, it watches that the handshake does not take longer than a HELLO may.
///
/// Lines go through the transport's channel. Time limits and the end of a connection are matters of the socket below.
///
/// The reader also ends it all: whatever happened, its `finally` takes the client out of the room, lets the writer
/// send what is queued, says goodbye (FIN), and closes the socket.
final class Connection {
    private static final int READ_BYTES = 2 * 1024;
    private static final int TIMED_OUT = -2;

    private final Socket socket;
    private final ServerConfig config;
    private final ServerLimits limits;
    private final String address;
    private final Handshake handshake = new Handshake();
    private final long helloUntil;
    private final Outbox outbox;
    private final Conversation conversation;
    private final boolean turnedAway;
    private final Thread reader;
    private final Thread writer;
    private final byte[] chunk = new byte[READ_BYTES];

    /// @param turnedAway whether the server has no place for this client
    /// @param released is run at the very end, when nothing is held for this client any more
    Connection(Socket socket, Room room, ServerConfig config, boolean turnedAway, Consumer<Connection> released) {
        this.socket = socket;
        this.config = config;
        this.limits = config.limits();
        this.turnedAway = turnedAway;
        this.helloUntil = System.nanoTime() + limits.hello().toNanos();
        this.address = address((InetSocketAddress) socket.getRemoteSocketAddress());
        byte[] farewell =
                new ServerLine.Refused(ErrorCode.SLOW_READER, "you do not read what is sent to you, goodbye").bytes();
        this.outbox = new Outbox(limits, farewell, this::wakeReader, System::nanoTime);
        this.conversation = new Conversation(room, outbox, address, limits);
        this.reader = Thread.ofVirtual().name("reader of " + address).unstarted(() -> run(released));
        this.writer = Thread.ofVirtual().name("writer to " + address).unstarted(this::write);
    }

    private static String address(InetSocketAddress peer) {
        String host = peer.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + peer.getPort();
    }

    /// Whether the server had no place for this client. It takes none away from others while it hears so.
    boolean isTurnedAway() {
        return turnedAway;
    }

    void start() {
        writer.start();
        reader.start();
    }

    private void run(Consumer<Connection> released) {
        OperatorEvent.Reason reason = OperatorEvent.Reason.LOST;
        try {
            reason = serve();
        } catch (IOException | RuntimeException | Error broken) {
            // The connection broke; that is what LOST says. Or the code of the transport did.
            tell(broken);
        } finally {
            conversation.end(outbox.isLetGo() ? OperatorEvent.Reason.SLOW_READER : reason);
            outbox.finish();
            close();
            released.accept(this);
        }
    }

    /// What the operator should know of a connection that broke: that of plain TCP, nothing.
    private void tell(Throwable broken) {
        boolean transportIsPlain = Transport.PLAIN.equals(config.transport());
        boolean isOrdinary = broken instanceof IOException && (transportIsPlain || conversation.hasJoined());
        if (!isOrdinary) {
            String what = conversation.hasJoined() ? "the transport failed: " : "the handshake failed: ";
            config.trouble().accept(address + ": " + what + Failure.inWords(broken) + ".");
        }
    }

    private OperatorEvent.Reason serve() throws IOException {
        // Each line is sent at once and so is a segment of its own, as the worksheets show it.
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        socket.setSendBufferSize(ServerLimits.SOCKET_BYTES);
        Channel channel = handshake.make(config.transport(), socket);
        if (turnedAway) {
            conversation.turnAway();
            return OperatorEvent.Reason.CLOSED;
        }
        return converse(channel.in());
    }

    private OperatorEvent.Reason converse(InputStream in) throws IOException {
        LineDecoder decoder = new LineDecoder(Limits.LINE_BYTES);
        while (true) {
            int count = conversation.hasJoined() ? read(in) : readUntil(in, helloUntil);
            if (count == TIMED_OUT) {
                conversation.tooLate();
            }
            if (count < 0) {
                return OperatorEvent.Reason.CLOSED;
            }
            ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count);
            for (var line = decoder.next(bytes); line.isPresent(); line = decoder.next(bytes)) {
                Optional<OperatorEvent.Reason> end = conversation.hear(line.get());
                if (end.isPresent()) {
                    return end.get();
                }
            }
            giveWay();
        }
    }

    /// The scheduler never takes a processor from a virtual thread: a reader that always finds something to read would
    /// keep it for itself.
    @SuppressWarnings("ThreadPriorityCheck")
    private static void giveWay() {
        Thread.yield();
    }

    private int read(InputStream in) throws IOException {
        socket.setSoTimeout(0);
        return in.read(chunk);
    }

    private int readUntil(InputStream in, long deadline) throws IOException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) {
            return TIMED_OUT;
        }
        socket.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
        try {
            return in.read(chunk);
        } catch (SocketTimeoutException _) {
            return TIMED_OUT;
        }
    }

    /// Runs on the writer's thread.
    private void write() {
        try {
            Optional<Channel> channel =
                    handshake.await(turnedAway ? limits.farewell() : limits.hello(), this::endHandshake);
            if (channel.isPresent()) {
                writeTo(channel.get());
            } else {
                socket.shutdownOutput();
            }
        } catch (IOException | RuntimeException | Error _) {
            outbox.abandon();
            wakeReader();
        }
    }

    private void writeTo(Channel channel) throws IOException {
        OutputStream out = channel.out();
        while (outbox.awaitLines()) {
            // Let those speak first who are about to. When many are, their lines then go out in few writes; when
            // nobody is, this costs nothing.
            giveWay();
            out.write(outbox.take());
            out.flush();
        }
        channel.endOutput();
    }

    /// The code of the handshake may wait for the network, or for anything else.
    private void endHandshake() {
        cut();
        reader.interrupt();
    }

    private void wakeReader() {
        try {
            // Sends nothing; a read that waits, and all later ones, find the end of the stream.
            socket.shutdownInput();
        } catch (IOException _) {
            // Then the socket is closed, and the reader knows.
        }
    }

    /// Takes no more lines for this client, and ends its side when all is sent.
    void finish() {
        outbox.finish();
    }

    /// Waits until all is sent and this side has ended.
    ///
    /// @param deadline of `System.nanoTime`; the same for the others below
    void awaitSent(long deadline) {
        join(writer, deadline);
    }

    /// Waits until the client has ended its side too and the connection is closed.
    void awaitEnd(long deadline) {
        join(reader, deadline);
    }

    private static boolean join(Thread thread, long deadline) {
        try {
            return thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void close() {
        long deadline = System.nanoTime() + limits.farewell().toNanos();
        try (socket) {
            discardUntil(deadline);
            if (!join(writer, deadline)) {
                // It does not read. Without this, the kernel would go on trying for minutes.
                socket.setSoLinger(true, 0);
            }
        } catch (IOException _) {
            // Broken already.
        }
        handshake.close();
    }

    /// Reads on until the client ends its side too. A socket closed with bytes unread would answer with RST, and the
    /// client might lose the last lines sent to it.
    private void discardUntil(long deadline) throws IOException {
        int count;
        do {
            count = readUntil(socket.getInputStream(), deadline);
        } while (count >= 0);
    }

    /// Ends the connection now, whatever is still on its way.
    void cut() {
        try {
            socket.close();
        } catch (IOException _) {
            // Closed is closed.
        }
    }
}
