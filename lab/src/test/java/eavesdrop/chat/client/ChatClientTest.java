package eavesdrop.chat.client;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.client.ClientEvent.Connected;
import eavesdrop.chat.client.ClientEvent.Lost;
import eavesdrop.chat.client.ClientEvent.NameTaken;
import eavesdrop.chat.client.ClientEvent.Received;
import eavesdrop.chat.client.ClientEvent.Retrying;
import eavesdrop.chat.client.ScriptedServer.Peer;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.ErrorCode;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChatClientTest {
    private static final Name ALICE = new Name("alice");
    private static final Name BOB = new Name("bob");
    private static final RetryPauses AT_ONCE = new RetryPauses(Duration.ofMillis(1), Duration.ofMillis(20));
    private static final Duration LONG = Duration.ofHours(1);

    private final Heard heard = new Heard();
    private ScriptedServer server;
    private ChatClient client;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start();
        client = start(AT_ONCE);
    }

    private ChatClient start(RetryPauses pauses) {
        return ChatClient.start(server.address(), ALICE, Links.PLAIN, pauses, heard);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        client.close();
    }

    @Test
    void saysHelloAndTellsEveryLineInOrder() throws Exception {
        Peer peer = server.welcome("alice");
        peer.say("HERE alice bob");
        peer.say("SAID bob ¿qué? 漢字 🔑");
        assertThat(heard.next()).isEqualTo(new Received(new ServerLine.Welcome(ALICE)));
        assertThat(heard.next()).isEqualTo(new Connected(ALICE, server.address()));
        assertThat(heard.next()).isEqualTo(new Received(ServerLine.parse("HERE alice bob")));
        assertThat(heard.next()).isEqualTo(new Received(new ServerLine.Said(BOB, "¿qué? 漢字 🔑")));
    }

    @Test
    void putsALineTogetherThatArrivesInPieces() throws Exception {
        Peer peer = server.welcome("alice");
        heard.next(Connected.class);
        for (byte one : "SAID bob 🔑\r\n".getBytes(StandardCharsets.UTF_8)) {
            peer.sayBytes(new byte[] {one});
        }
        assertThat(heard.next(Received.class).line()).isEqualTo(new ServerLine.Said(BOB, "🔑"));
    }

    @Test
    void sendsLinesInOrder() throws Exception {
        Peer peer = server.welcome("alice");
        heard.next(Connected.class);
        assertThat(client.send(new ClientLine.Say("ñ 漢字"))).isEqualTo(new Sending.Sent());
        assertThat(client.send(new ClientLine.Tell(BOB, "🔑"))).isEqualTo(new Sending.Sent());
        assertThat(peer.read()).isEqualTo("SAY ñ 漢字");
        assertThat(peer.read()).isEqualTo("TELL bob 🔑");
    }

    @Test
    void keepsNothingThatIsSaidWithoutAConnection() throws Exception {
        assertThat(client.send(new ClientLine.Say("too early"))).isEqualTo(new Sending.NotConnected());
        Peer peer = server.welcome("alice");
        heard.next(Connected.class);
        client.send(new ClientLine.Say("now"));
        assertThat(peer.read()).isEqualTo("SAY now");
    }

    @Test
    void refusesATextThatWouldNotFitIntoTheLineToTheOthers() throws Exception {
        Peer peer = server.welcome("alice");
        heard.next(Connected.class);
        int limit = 4096 - "SAY \n".length();
        assertThat(client.send(new ClientLine.Say("x".repeat(limit + 1))))
                .isEqualTo(new Sending.TooLong(limit + 1, limit));
        assertThat(client.send(new ClientLine.Say("ñ".repeat(limit)))).isEqualTo(new Sending.TooLong(2 * limit, limit));
        assertThat(client.send(new ClientLine.Say("x".repeat(limit)))).isEqualTo(new Sending.Sent());
        assertThat(peer.read()).isEqualTo("SAY " + "x".repeat(limit));
    }

    @Test
    void refusesALineEndInAText() throws Exception {
        server.welcome("alice");
        heard.next(Connected.class);
        assertThat(client.send(new ClientLine.Say("hi\nBYE"))).isEqualTo(new Sending.NotOneLine());
        assertThat(client.send(new ClientLine.Say("\u001b[2J"))).isEqualTo(new Sending.NotOneLine());
    }

    @Test
    void comesBackUnderItsNameAfterALoss() throws Exception {
        server.welcome("alice").close();
        assertThat(heard.next(Lost.class).reason()).isEqualTo("the server closed the connection");
        assertThat(heard.next()).isInstanceOf(Retrying.class);
        Peer again = server.welcome("alice");
        heard.next(Connected.class);
        client.send(new ClientLine.Say("back"));
        assertThat(again.read()).isEqualTo("SAY back");
    }

    @Test
    void comesBackWhenTheServerWasAwayForAWhile() throws Exception {
        ServerAddress address = server.address();
        Peer peer = server.welcome("alice");
        heard.next(Connected.class);
        server.close();
        peer.close();
        heard.next(Lost.class);
        heard.next(Retrying.class);
        Retrying unreached = heard.next(Retrying.class);
        assertThat(unreached.reason()).isEqualTo("nobody answers at " + address);
        assertThat(unreached.reached()).isFalse();
        server = ScriptedServer.startAgain(address);
        server.welcome("alice");
        heard.next(Connected.class);
    }

    @Test
    void asksForTheSameNameAgainWhileItIsTaken() throws Exception {
        for (int taken = 0; taken < 3; taken++) {
            Peer peer = server.accept();
            assertThat(peer.read()).isEqualTo("HELLO alice");
            peer.say(new ServerLine.Refused(ErrorCode.NAME_TAKEN, "alice is here").print());
            assertThat(heard.next(NameTaken.class).name()).isEqualTo(ALICE);
            assertThat(peer.read()).as("the client hangs up").isNull();
        }
        server.welcome("alice");
        assertThat(heard.next(Connected.class).name()).isEqualTo(ALICE);
    }

    @Test
    void takesAnotherNameAtOnceEvenInALongPause() throws Exception {
        Heard patience = new Heard();
        RetryPauses anHour = new RetryPauses(LONG, LONG);
        try (ScriptedServer other = ScriptedServer.start();
                ChatClient patient = ChatClient.start(other.address(), ALICE, Links.PLAIN, anHour, patience)) {
            Peer peer = other.accept();
            peer.say("ERROR name-taken alice is here");
            patience.next(NameTaken.class);
            patient.rename(BOB);
            other.welcome("bob");
            assertThat(patience.next(Connected.class).name()).isEqualTo(BOB);
        }
    }

    @Test
    void changesItsNameInMidConversation() throws Exception {
        Peer peer = server.welcome("alice");
        heard.next(Connected.class);
        Thread renaming = Thread.ofVirtual().start(() -> client.rename(BOB));
        assertThat(peer.read()).isEqualTo("BYE");
        peer.close();
        server.welcome("bob");
        assertThat(heard.next()).isEqualTo(new Received(new ServerLine.Welcome(BOB)));
        assertThat(renaming.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void sendsEverythingBeforeItLeaves() throws Exception {
        Peer peer = server.welcome("alice");
        heard.next(Connected.class);
        for (int i = 0; i < 100; i++) {
            client.send(new ClientLine.Say("line " + i));
        }
        Thread closing = Thread.ofVirtual().start(client::close);
        for (int i = 0; i < 100; i++) {
            assertThat(peer.read()).isEqualTo("SAY line " + i);
        }
        assertThat(peer.read()).isEqualTo("BYE");
        peer.close();
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void endsEvenIfTheServerNeverCloses() throws Exception {
        Peer peer = server.welcome("alice");
        heard.next(Connected.class);
        Thread closing = Thread.ofVirtual().start(client::close);
        assertThat(peer.read()).isEqualTo("BYE");
        assertThat(peer.read()).as("the client hangs up").isNull();
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
    }
}
