package eavesdrop.exercises.lab5;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.seam.Channel;
import eavesdrop.exercises.wire.Doing;
import eavesdrop.exercises.wire.Peer;
import eavesdrop.exercises.wire.Reason;
import eavesdrop.exercises.wire.Talk;
import eavesdrop.exercises.wire.Wire;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;

/// A client meets a server that shows a certificate. What comes of it.
final class Meeting {
    static final String HOST = "chat-server";

    /// How a client connects.
    interface Client {
        Channel connect(Socket connected, String host) throws IOException;
    }

    private Meeting() {}

    /// The client must talk to this server.
    static void mustWork(Client client, String host, Path serverKeys) throws Exception {
        try (Wire wire = Wire.open()) {
            Doing<SSLSocket> server = Doing.start(() -> Peer.server(wire.server(), serverKeys, "TLSv1.3"));
            Channel channel;
            try {
                channel = Doing.start(() -> client.connect(wire.client(), host)).result("Your client");
            } catch (IOException refused) {
                throw new AssertionError("Your client refuses the right server: " + Reason.of(refused), refused);
            }
            assertThatItHasShakenHands(wire);
            Talk.hold(channel, Channel.of(server.result("The server")));
            Talk.assertSealed(wire);
        }
    }

    /// The client must refuse this server.
    ///
    /// @param otherwise what to tell the student when it does not
    /// @return what the client says
    static String mustBeRefused(Client client, String host, Path serverKeys, String otherwise) throws Exception {
        try (Wire wire = Wire.open()) {
            Doing<SSLSocket> _ = Doing.start(() -> Peer.server(wire.server(), serverKeys, "TLSv1.3"));
            Channel _ = Doing.start(() -> client.connect(wire.client(), host)).result("Your client");
            assertThatItHasShakenHands(wire);
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError(otherwise);
    }

    /// The certificate is looked at during the handshake, so who has not begun it has looked at nothing.
    private static void assertThatItHasShakenHands(Wire wire) throws InterruptedException {
        assertThat(wire.await(seen -> seen.clientRecords().hello().isPresent()))
                .withFailMessage(
                        "Your client came back and has sent no ClientHello: call startHandshake, which looks at the"
                                + " certificate.")
                .isTrue();
    }
}
