package eavesdrop.evidence;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.Packet;
import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One stream, of which it must be found out whether it is a chat.
///
/// It is when one of the first lines of either side can only be a line of the chat protocol. Until that is
/// known the lines are kept; a stream that has said enough of something else is left alone. Who says such a
/// line is also the one who knows: the side that says `WELCOME` is the server, even where no handshake was
/// captured and the ports speak against it.
final class ChatStream {
    /// So many lines of one side are looked at.
    private static final int TRIES = 3;
    /// So many bytes are kept of a side that has not decided.
    private static final int MOST_BYTES = 16 * 1024;
    /// What a line that is kept costs beside its bytes, roughly.
    private static final int OVERHEAD = 200;

    private enum Verdict {
        OPEN,
        CHAT,
        OTHER
    }

    private final Stream stream;
    private final Consumer<WireLine> out;
    private final IntConsumer kept;
    private final Side client = new Side(true);
    private final Side server = new Side(false);
    private final List<Runnable> held = new ArrayList<>();
    private int heldBytes;
    private Verdict verdict = Verdict.OPEN;
    private boolean swapped;
    private @Nullable Ends ends;

    private record Ends(Endpoint client, Endpoint server) {}

    /// @param kept is told by how many bytes what is kept of this stream has become more, or fewer
    ChatStream(Stream stream, Consumer<WireLine> out, IntConsumer kept) {
        this.stream = stream;
        this.out = out;
        this.kept = kept;
    }

    private final class Side {
        final boolean client;
        final LineSink sink = new LineSink(this::line, delta -> kept.accept(delta));
        int lines;
        int bytes;

        Side(boolean client) {
            this.client = client;
        }

        void line(LineSink.Line line) {
            if (verdict == Verdict.OPEN) {
                lines += saysNothing(line.text()) ? 0 : 1;
                bytes += line.bytes() + OVERHEAD;
                hold(line, client);
                decide(line, this);
            } else if (verdict == Verdict.CHAT) {
                give(line, client);
            }
        }

        boolean hasSaidEnough() {
            return lines >= TRIES || bytes >= MOST_BYTES;
        }
    }

    StreamSink sink(boolean fromClient) {
        return fromClient ? client.sink : server.sink;
    }

    private void decide(LineSink.Line line, Side side) {
        boolean early = side.lines <= TRIES;
        if (early && isServersLine(line.text())) {
            chat(side.client);
        } else if (early && isClientsLine(line.text())) {
            chat(!side.client);
        } else if ((client.hasSaidEnough() && server.hasSaidEnough()) || side.bytes >= MOST_BYTES) {
            other();
        }
    }

    private void hold(LineSink.Line line, boolean fromTcpClient) {
        held.add(() -> give(line, fromTcpClient));
        heldBytes += line.bytes() + OVERHEAD;
        kept.accept(line.bytes() + OVERHEAD);
    }

    private void other() {
        verdict = Verdict.OTHER;
        release();
        client.sink.mute();
        server.sink.mute();
    }

    private void chat(boolean clientIsServer) {
        verdict = Verdict.CHAT;
        swapped = clientIsServer;
        held.forEach(Runnable::run);
        release();
    }

    private void release() {
        held.clear();
        kept.accept(-heldBytes);
        heldBytes = 0;
    }

    /// Gives up what is kept of this stream: of a chat the lines that have not ended, which are shown as broken;
    /// of another, whether it is one.
    ///
    /// @return whether nobody will know any more
    boolean giveUp() {
        if (verdict == Verdict.OPEN) {
            other();
            return true;
        }
        finish();
        return false;
    }

    /// Lines that a chat may begin with where its beginning was not captured, and that others may say, too.
    private static boolean saysNothing(String text) {
        ClientLine line = ClientLine.parse(text);
        return line instanceof ClientLine.Who
                || line instanceof ClientLine.Key
                || ServerLine.parse(text) instanceof ServerLine.Key;
    }

    private static boolean isClientsLine(String text) {
        return switch (ClientLine.parse(text)) {
            case ClientLine.Hello _, ClientLine.Tell _, ClientLine.Say _ -> true;
            // These words alone are used by other protocols too.
            case ClientLine.Who _, ClientLine.Key _, ClientLine.Bye _, ClientLine.Unusable _ -> false;
        };
    }

    private static boolean isServersLine(String text) {
        return switch (ServerLine.parse(text)) {
            case ServerLine.Welcome _, ServerLine.Here _, ServerLine.Said _, ServerLine.Told _ -> true;
            case ServerLine.Joined _, ServerLine.Left _, ServerLine.Refused _ -> true;
            case ServerLine.Key _, ServerLine.Unknown _ -> false;
        };
    }

    private void give(LineSink.Line line, boolean fromTcpClient) {
        boolean fromClient = fromTcpClient != swapped;
        Endpoint tcpClient = ends == null ? stream.client() : ends.client;
        Endpoint tcpServer = ends == null ? stream.server() : ends.server;
        ends = ends == null ? new Ends(tcpClient, tcpServer) : ends;
        Endpoint from = fromTcpClient ? tcpClient : tcpServer;
        Endpoint to = fromTcpClient ? tcpServer : tcpClient;
        out.accept(new WireLine(
                stream.index(),
                fromClient,
                from,
                to,
                Packet.instant(line.nanos()),
                line.frames(),
                line.offset(),
                line.frameOffset(),
                line.text(),
                line.whole()));
    }

    void finish() {
        client.sink.finish();
        server.sink.finish();
    }
}
