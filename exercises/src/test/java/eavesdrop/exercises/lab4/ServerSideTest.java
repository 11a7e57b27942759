package eavesdrop.exercises.lab4;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.seam.Channel;
import eavesdrop.exercises.wire.Certificates;
import eavesdrop.exercises.wire.Doing;
import eavesdrop.exercises.wire.Peer;
import eavesdrop.exercises.wire.Talk;
import eavesdrop.exercises.wire.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The server's end, measured on the wire.
@Tag("4.2")
@Timeout(60)
class ServerSideTest {
    @TempDir
    static Path folder;

    private static TlsTransport transport;

    @BeforeAll
    static void makeKeys() throws Exception {
        transport = new TlsTransport(new Certificates(folder).selfSigned("server", "chat-server"));
    }

    @Test
    @Order(1)
    void sealsWhatCrossesTheWire(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("An ordinary client offers TLS 1.3 and TLS 1.2 to your server.");
            Doing<Channel> server = Doing.start(() -> transport.toClient(wire.server()));
            Doing<SSLSocket> client = Doing.start(() -> Peer.client(wire.client(), "TLSv1.3", "TLSv1.2"));
            Channel channel = agreed(server);
            assertItHasShakenHands(wire);
            tell.publishEntry("toClient gave a channel. The two say a line each.");
            Talk.hold(Channel.of(agreed(client)), channel);
            tell.publishEntry("Both lines arrived. Eve looks at the " + wire.bytes() + " bytes on the wire.");
            Talk.assertSealed(wire);
        }
    }

    @Test
    void shakesHandsBeforeTheChannelIsThere(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("A client begins the handshake. Nobody reads from the channel of your server yet.");
            Doing<SSLSocket> _ = Doing.start(() -> Peer.client(wire.client(), "TLSv1.3"));
            Channel _ = agreed(Doing.start(() -> transport.toClient(wire.server())));
            assertItHasShakenHands(wire);
        }
    }

    @Test
    void refusesAClientThatOffersOnlyTls12(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("A client offers TLS 1.2 and nothing newer.");
            Doing<SSLSocket> _ = Doing.start(() -> Peer.client(wire.client(), "TLSv1.2"));
            assertRefused(
                    () -> transport.toClient(wire.server()),
                    "toClient came back for a client that speaks TLS 1.2 only: your server accepts TLS 1.2, or catches"
                            + " what the handshake throws. An attacker on the wire may talk the two into the older"
                            + " version.");
        }
    }

    @Test
    void refusesAClientThatSpeaksPlainText(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            tell.publishEntry("A client without TLS says HELLO in plain text.");
            wire.client().getOutputStream().write("HELLO alice\n".getBytes(StandardCharsets.UTF_8));
            assertRefused(
                    () -> transport.toClient(wire.server()),
                    "toClient came back although the handshake failed: your server goes on in plain text, or with a"
                            + " connection that is none. Then an attacker only has to make it fail. Let the exception"
                            + " through.");
            Talk.assertNothingElse("server", wire.sentByServer());
        }
    }

    @Test
    void servesOneWhileAnotherIsSilent(TestReporter tell) throws Exception {
        try (Wire slow = Wire.open();
                Wire quick = Wire.open()) {
            tell.publishEntry("One client is far away: your server has answered it, and waits for the rest of the"
                    + " handshake.");
            slow.holdAnswers();
            Doing<SSLSocket> late = Doing.start(() -> Peer.client(slow.client(), "TLSv1.3"));
            Doing<Channel> first = Doing.start(() -> transport.toClient(slow.server()));
            first.whenOver(slow::lookAgain);
            assertThat(slow.await(seen ->
                            first.isOver() || seen.serverRecords().hello().isPresent()))
                    .withFailMessage("Your server does not answer the first client: no ServerHello is on the wire.")
                    .isTrue();
            if (first.isOver()) {
                agreed(first);
            }
            tell.publishEntry("A second client comes, on a connection of its own.");
            Doing<SSLSocket> client = Doing.start(() -> Peer.client(quick.client(), "TLSv1.3"));
            Doing<Channel> second = Doing.start(() -> transport.toClient(quick.server()));
            Channel channel = served(second);
            Talk.hold(Channel.of(agreed(client)), channel);
            slow.letAnswersThrough();
            Talk.hold(Channel.of(agreed(late)), agreed(first));
        }
    }

    private static Channel served(Doing<Channel> second) throws Exception {
        try {
            return second.result("The handshake");
        } catch (IOException | AssertionError waited) {
            throw new AssertionError(
                    "Your server does not serve the second client while the handshake of the first one lasts ("
                            + waited.getMessage() + "). Each has a thread of its own: let none of them wait for another"
                            + " (synchronized, a lock, a common socket).",
                    waited);
        }
    }

    @Test
    void saysGoodbyeWithTls(TestReporter tell) throws Exception {
        try (Wire wire = Wire.open()) {
            Doing<SSLSocket> client = Doing.start(() -> Peer.client(wire.client(), "TLSv1.3"));
            Channel server = agreed(Doing.start(() -> transport.toClient(wire.server())));
            tell.publishEntry("Your server has said all. The client still has something to say.");
            server.endOutput();
            Channel other = Channel.of(agreed(client));
            assertThat(Doing.start(() -> end(other)).result("The client, which reads to the end,"))
                    .withFailMessage(
                            "The client sees no close_notify, which is how TLS says that all was said: it cannot tell"
                                    + " whether the server has ended or an attacker has cut the rest off. endOutput() must go"
                                    + " through the SSLSocket.")
                    .isTrue();
            Talk.assertStillHears(server, other, Talk.WHISPER);
        }
    }

    /// Whether the stream ends as TLS wants it.
    private static boolean end(Channel channel) throws IOException {
        try {
            return channel.in().read() < 0;
        } catch (SSLException | SocketTimeoutException cut) {
            return false;
        }
    }

    private static void assertItHasShakenHands(Wire wire) throws InterruptedException {
        assertThat(wire.await(seen -> seen.serverRecords().hello().isPresent()))
                .withFailMessage("toClient came back, but your server has sent no ServerHello: the handshake waits for"
                        + " the first read. Call startHandshake: who cannot be agreed with must be found out before"
                        + " the chat begins.")
                .isTrue();
    }

    private static <T> T agreed(Doing<T> side) throws Exception {
        try {
            return side.result("The handshake");
        } catch (IOException failure) {
            throw new AssertionError(
                    "Your server and an ordinary client of TLS 1.3 cannot agree: " + failure.getMessage()
                            + ". Allow VERSIONS, leave the cipher suites as they are, and take the role of the server.",
                    failure);
        }
    }

    /// An end that refuses throws an IOException, and does so by itself: not because the other one lost patience.
    private static void assertRefused(Callable<Channel> side, String otherwise) throws Exception {
        try {
            Channel _ = Doing.start(side).result("toClient");
        } catch (IOException refused) {
            return;
        }
        throw new AssertionError(otherwise);
    }
}
