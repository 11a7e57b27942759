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

    private enum Verdict {
        OPEN,
        CHAT,
        OTHER
    }

    private final Stream stream;
    private final Consumer<WireLine> out;
    private final Side client = new Side(true);
    private final Side server = new Side(false);
    private final List<Runnable> held = new ArrayList<>();
    private Verdict verdict = Verdict.OPEN;
    private boolean swapped;
    private @Nullable Ends ends;

    private record Ends(Endpoint client, Endpoint server) {}

    ChatStream(Stream stream, Consumer<WireLine> out) {
        this.stream = stream;
        this.out = out;
    }

    private final class Side {
        final boolean client;
        final LineSink sink = new LineSink(this::line);
        int lines;
        int bytes;

        Side(boolean client) {
            this.client = client;
        }

        void line(LineSink.Line line) {
            lines++;
            bytes += line.bytes();
            if (verdict == Verdict.OPEN) {
                held.add(() -> give(line, client));
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
            verdict = Verdict.OTHER;
            held.clear();
            client.sink.mute();
            server.sink.mute();
        }
    }

    private void chat(boolean clientIsServer) {
        verdict = Verdict.CHAT;
        swapped = clientIsServer;
        held.forEach(Runnable::run);
        held.clear();
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
