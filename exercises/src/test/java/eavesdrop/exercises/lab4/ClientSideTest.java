package eavesdrop.exercises.lab4;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.seam.Channel;
import eavesdrop.evidence.TlsHello;
import eavesdrop.exercises.wire.Certificates;
import eavesdrop.exercises.wire.Doing;
import eavesdrop.exercises.wire.Peer;
import eavesdrop.exercises.wire.Reason;
import eavesdrop.exercises.wire.Talk;
import eavesdrop.exercises.wire.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The client's end, measured on the wire.
@Tag("4.3")
@Timeout(60)
class ClientSideTest {
    @TempDir
    static Path folder;

    private static Path serverKeys;
    private static TlsTransport transport;

    @BeforeAll
    static void makeKeys() throws Exception {
        serverKeys = new Certificates(folder).selfSigned("server", "chat-server");
        transport = new TlsTransport(folder.resolve("the client has no keys in lab 4"));
    }

    @Test
    @Order(1)
    void sealsWhatCrossesTheWire(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("An ordinary server speaks TLS 1.3 and TLS 1.2. It has signed its certificate itself.");
            Doing<SSLSocket> server = Doing.start(() -> Peer.server(wire.server(), serverKeys, "TLSv1.3", "TLSv1.2"));
            Channel client = agreed(Doing.start(() -> transport.toServer(wire.client(), "chat-server")));
            tell.publishEntry("toServer gave a channel. The two say a line each.");
            Talk.hold(client, Channel.of(agreed(server)));
            tell.publishEntry("Both lines arrived. Eve looks at the " + wire.bytes() + " bytes on the wire.");
            Talk.assertSealed(wire);
        }
    }

    @Test
    void offersTls13AndNothingOlder(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("Your client connects. Eve reads its ClientHello.");
            Doing<SSLSocket> _ = Doing.start(() -> Peer.server(wire.server(), serverKeys, "TLSv1.3"));
            Channel _ = agreed(Doing.start(() -> transport.toServer(wire.client(), "chat-server")));
            assertThat(wire.await(seen -> seen.clientRecords().hello().isPresent()))
                    .withFailMessage(
                            "toServer came back, and no ClientHello is on the wire: an own invention is no TLS.")
                    .isTrue();
            assertThat(wire.clientRecords().hello().map(TlsHello::versions).orElse(List.of()))
                    .withFailMessage("Your client offers TLS 1.2 or older beside TLS 1.3. An attacker on the wire may"
                            + " talk the two into the older version.")
                    .containsExactly(TlsHello.TLS_1_3);
        }
    }

    @Test
    void shakesHandsBeforeTheChannelIsThere(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("Your client connects. Nobody writes to its channel yet.");
            Doing<SSLSocket> server = Doing.start(() -> Peer.server(wire.server(), serverKeys, "TLSv1.3"));
            Channel _ = agreed(Doing.start(() -> transport.toServer(wire.client(), "chat-server")));
            assertThat(wire.await(seen -> seen.clientRecords().hello().isPresent()))
                    .withFailMessage("toServer came back, but your client has sent no ClientHello: the handshake waits"
                            + " for the first line. Who cannot be agreed with must be found out before somebody types.")
                    .isTrue();
            SSLSocket _ = agreed(server);
        }
    }

    @Test
    void hasNoWayBackToPlainText(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("A server without TLS answers your client in plain text.");
            Doing<Integer> _ = Doing.start(() -> {
                int first = wire.server().getInputStream().read();
                wire.server().getOutputStream().write("ERROR hello-first say HELLO\n".getBytes(StandardCharsets.UTF_8));
                wire.server().shutdownOutput();
                return first;
            });
            assertRefused(
                    wire,
                    "toServer came back although the handshake failed: your client goes on in plain text, or with a"
                            + " connection that is none. Then an attacker only has to make it fail. Let the exception"
                            + " through.");
            Talk.assertNothingElse("client", wire.sentByClient());
        }
    }

    @Test
    void refusesAServerThatSpeaksOnlyTls12(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("A server speaks TLS 1.2 and nothing newer.");
            Doing<SSLSocket> _ = Doing.start(() -> Peer.server(wire.server(), serverKeys, "TLSv1.2"));
            assertRefused(
                    wire,
                    "toServer came back for a server that speaks TLS 1.2 only: your client accepts TLS 1.2, or catches"
                            + " what the handshake throws. Allow VERSIONS only, before the handshake, and let the"
                            + " exception through.");
        }
    }

    @Test
    void saysGoodbyeWithTls(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            Doing<SSLSocket> server = Doing.start(() -> Peer.server(wire.server(), serverKeys, "TLSv1.3"));
            Channel client = agreed(Doing.start(() -> transport.toServer(wire.client(), "chat-server")));
            Channel other = Channel.of(agreed(server));
            tell.publishEntry("Your client has said all. The server still has something to say.");
            client.endOutput();
            assertThat(Doing.start(() -> end(other)).result("The server, which reads to the end,"))
                    .withFailMessage(
                            "The server waits in vain for the end after your client's endOutput(), which must go"
                                    + " through the SSLSocket.")
                    .isTrue();
            Talk.assertStillHears(client, other, Talk.COPY);
        }
    }

    private static boolean end(Channel channel) throws IOException {
        try {
            return channel.in().read() < 0;
        } catch (SSLException | SocketTimeoutException cut) {
            return false;
        }
    }

    private static <T> T agreed(Doing<T> side) throws Exception {
        try {
            return side.result("The handshake");
        } catch (IOException failure) {
            throw new AssertionError(
                    "Your client and an ordinary server of TLS 1.3 cannot agree: " + Reason.of(failure)
                            + ". Allow VERSIONS, leave the cipher suites as they are, and take any certificate.",
                    failure);
        }
    }

    private static void assertRefused(Wire wire, String otherwise) throws Exception {
        try {
            Channel _ = Doing.start(() -> transport.toServer(wire.client(), "chat-server"))
                    .result("toServer");
        } catch (IOException refused) {
            return;
        }
        throw new AssertionError(otherwise);
    }
}
