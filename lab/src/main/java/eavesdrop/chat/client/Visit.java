package eavesdrop.chat.client;

import eavesdrop.chat.client.ClientEvent.Connected;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.ErrorCode;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.chat.seam.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// One stay with the server: from connecting and HELLO to the end of the connection.
///
/// `stay` runs on the client's thread; `send` and `leave` may be called from others.
final class Visit {
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final ServerAddress server;
    private final Name name;
    private final Consumer<ClientEvent> listener;
    private final Seals seals;
    private final CountDownLatch over = new CountDownLatch(1);

    private volatile @Nullable Connection connection;
    private volatile boolean welcomed;
    private volatile boolean leaving;
    private boolean reached;
    private ServerLine.@Nullable Refused refusal;

    Visit(ServerAddress server, Name name, Consumer<ClientEvent> listener) {
        this.server = server;
        this.name = name;
        this.listener = listener;
        this.seals = new Seals(name, listener);
    }

    Name name() {
        return name;
    }

    /// Whether the server let the client in; stays true after the end.
    boolean welcomed() {
        return welcomed;
    }

    /// Whether a server answered, however it went on.
    boolean reached() {
        return reached;
    }

    /// Whether the server sent the client away because somebody has the name.
    boolean nameWasTaken() {
        return refusal != null && refusal.code() == ErrorCode.NAME_TAKEN;
    }

    /// Connects and stays until the connection ends. Returns the reason, in words for a person.
    String stay(Links links) {
        try (Connection opened = Connection.open(server, links)) {
            connection = opened;
            reached = true;
            if (!leaving) {
                opened.send(new ClientLine.Hello(name));
                opened.readLines(line -> hear(line, opened, links));
            }
            return refusal == null ? "the server closed the connection" : refusal.explanation();
        } catch (IOException gone) {
            reached |= gone instanceof HandshakeFailed;
            return refusal == null ? reason(gone) : refusal.explanation();
        } finally {
            over.countDown();
        }
    }

    private void hear(ServerLine line, Connection opened, Links links) {
        seals.hear(line);
        if (line instanceof ServerLine.Welcome(Name given)) {
            seals.begin(links.sealers()).ifPresent(opened::send);
            welcomed = true;
            listener.accept(new Connected(given, server));
        } else if (line instanceof ServerLine.Refused refused && !welcomed) {
            refusal = refused;
            hangUp();
        }
    }

    Sending send(ClientLine line) {
        Connection current = connection;
        if (current == null || !welcomed || over.getCount() == 0) {
            return new Sending.NotConnected();
        }
        return seals.send(line, current::send);
    }

    /// Says BYE after all that was sent before and lets the server close, so that it reads every line. Hangs up
    /// after a second if it does not.
    void leave() {
        leaving = true;
        Connection current = connection;
        if (current == null) {
            return; // Still connecting: `stay` looks at `leaving` next.
        }
        seals.sayGoodbye(current::send);
        current.send(new ClientLine.Bye());
        try {
            over.await(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp();
        }
    }

    private void hangUp() {
        Connection current = connection;
        if (current != null) {
            current.close();
        }
    }

    private String reason(IOException gone) {
        return switch (gone) {
            case UnknownHostException _ -> "no machine is known as " + server.host();
            case ConnectException _ -> "nobody answers at " + server;
            case HandshakeFailed failed -> "the handshake with " + server + " failed: " + failed.getMessage();
            case SSLException broken -> "the connection to the server is broken: " + Failure.inWords(broken);
            case SocketTimeoutException _ -> "no answer from " + server;
            default -> "the connection to the server is broken";
        };
    }
}
