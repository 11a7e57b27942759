package eavesdrop.exercises.lab4;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.seam.Channel;
import eavesdrop.evidence.TlsHello;
import eavesdrop.exercises.wire.Certificates;
import eavesdrop.exercises.wire.Doing;
import eavesdrop.exercises.wire.Peer;
import eavesdrop.exercises.wire.Talk;
import eavesdrop.exercises.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
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
    static void makeKeys() throws IOException {
        serverKeys = new Certificates(folder).selfSigned("server", "chat-server");
        transport = new TlsTransport(folder.resolve("the client has no keys in lab 4"));
    }

    @Test
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
                    "Your client goes on in plain text when the handshake fails. Then an attacker only has to make it"
                            + " fail.");
            Talk.assertNothingElse("client", wire.sentByClient());
        }
    }

    @Test
    void refusesAServerThatSpeaksOnlyTls12(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("A server speaks TLS 1.2 and nothing newer.");
            Doing<SSLSocket> _ = Doing.start(() -> Peer.server(wire.server(), serverKeys, "TLSv1.2"));
            assertRefused(wire, "Your client accepts TLS 1.2. Allow VERSIONS only, before the handshake.");
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
            assertThat(Doing.start(() -> other.in().read()).result("The server, which reads to the end,"))
                    .as("what the server reads after your client's endOutput(): -1 is the end")
                    .isEqualTo(-1);
            Talk.say(other, Talk.COPY);
            assertThat(Doing.start(() -> Talk.line(client)).result("Reading at the client's end"))
                    .as("what your client still reads after endOutput()")
                    .isEqualTo(Talk.COPY);
        }
    }

    private static <T> T agreed(Doing<T> side) throws Exception {
        try {
            return side.result("The handshake");
        } catch (IOException failure) {
            throw new AssertionError(
                    "Your client and an ordinary server of TLS 1.3 cannot agree: " + failure.getMessage()
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
