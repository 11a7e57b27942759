package eavesdrop.chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RawClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What clients do wrong, on purpose or not: it harms nobody but themselves. Bad lines as such are in the
/// conversations of `ProtocolVectorsTest`.
class BadInputTest {
    private ChatServer server;
    private RawClient alice;
    private RawClient bob;

    @BeforeEach
    void twoPeopleAreChatting() throws IOException {
        start(ServerLimits.DEFAULT);
    }

    private void start(ServerLimits limits) throws IOException {
        server = ChatServer.start(ServerConfig.onLoopback().withLimits(limits));
        alice = RawClient.join(server.port(), "alice");
        bob = RawClient.join(server.port(), "bob");
        alice.hears("JOINED bob");
    }

    private void restart(ServerLimits limits) throws IOException {
        hangUp();
        start(limits);
    }

    @AfterEach
    void hangUp() throws IOException {
        alice.close();
        bob.close();
        server.close();
    }

    private void theyStillChat() throws IOException {
        alice.say("SAY still here?");
        bob.hears("SAID alice still here?");
        bob.say("TELL alice yes");
        alice.hears("TOLD bob yes");
    }

    @Test
    void aMegabyteWithoutLineFeedIsOneError() throws IOException {
        try (RawClient eve = RawClient.join(server.port(), "eve")) {
            alice.hears("JOINED eve");
            bob.hears("JOINED eve");
            eve.send("x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
            theyStillChat();
            eve.hears("SAID alice still here?");
            eve.say("");
            eve.hearsError("too-long");
            eve.say("SAY sorry");
            alice.hears("SAID eve sorry");
            bob.hears("SAID eve sorry");
            eve.hasHeardAll("alice bob eve");
        }
    }

    @Test
    void aPersonWhoTypesLetterByLetterIsUnderstood() throws IOException {
        try (RawClient nc = RawClient.connect(server.port())) {
            for (byte letter : "HELLO slow\nSAY ñ\n".getBytes(StandardCharsets.UTF_8)) {
                nc.send(new byte[] {letter});
            }
            nc.hears("WELCOME slow", "HERE alice bob slow");
            alice.hears("JOINED slow", "SAID slow ñ");
        }
    }

    @Test
    void aClientThatIsCutOffInMidLineLeavesWithoutSayingIt() throws IOException {
        RawClient eve = RawClient.join(server.port(), "eve");
        eve.send("SAY half a li".getBytes(StandardCharsets.UTF_8));
        eve.close();
        alice.hears("JOINED eve", "LEFT eve");
        bob.hears("JOINED eve", "LEFT eve");
        theyStillChat();
    }

    @Test
    void aClientThatIsResetInMidLineLeavesWithoutSayingIt() throws IOException {
        RawClient eve = RawClient.join(server.port(), "eve");
        eve.send("SAY half a li".getBytes(StandardCharsets.UTF_8));
        eve.reset();
        alice.hears("JOINED eve", "LEFT eve");
        bob.hears("JOINED eve", "LEFT eve");
        theyStillChat();
    }

    @Test
    void aClientThatEndsItsSideStillHearsItsAnswers() throws IOException {
        try (RawClient nc = RawClient.connect(server.port())) {
            nc.say("HELLO nc\nWHO\nSAY bye");
            nc.endMySide();
            nc.hears("WELCOME nc", "HERE alice bob nc", "HERE alice bob nc");
            nc.isLetGo();
        }
        alice.hears("JOINED nc", "SAID nc bye", "LEFT nc");
    }

    @Test
    void aClientThatSendsOnlyNonsenseIsLetGo() throws IOException {
        try (RawClient eve = RawClient.connect(server.port())) {
            eve.send("\u0000\u001b[2J\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ServerLimits.DEFAULT.badLines(); i++) {
                eve.hearsError("hello-first");
            }
            eve.isLetGo();
        }
        theyStillChat();
    }

    /// Were the connection closed with bytes unread, a RST would answer them, and some systems then throw away what
    /// the client has not read yet.
    @Test
    void aClientThatTalksOnAfterTheGoodbyeIsNotReset() throws IOException {
        restart(ServerLimits.DEFAULT.withFarewell(Duration.ofSeconds(30)));
        try (RawClient eve = RawClient.connect(server.port())) {
            eve.send(("BYE\n" + "x".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
            eve.isLetGo();
            for (int i = 0; i < 100; i++) {
                eve.say("and another thing");
            }
        }
        theyStillChat();
    }

    @Test
    void aClientThatSaysNoHelloIsToldSoAndLetGo() throws IOException {
        restart(ServerLimits.DEFAULT.withHello(Duration.ofMillis(100)));
        try (RawClient mute = RawClient.connect(server.port())) {
            mute.hearsError("hello-first");
            mute.isLetGo();
        }
        theyStillChat();
    }

    @Test
    void bytesWithoutEndDoNotPutOffTheHello() throws Exception {
        restart(ServerLimits.DEFAULT.withHello(Duration.ofMillis(300)));
        try (RawClient chatty = RawClient.connect(server.port());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Boolean> cutOff = CompletableFuture.supplyAsync(() -> sendUntilCutOff(chatty), threads);
            chatty.hearsError("hello-first");
            assertThat(cutOff.get()).isTrue();
        }
        theyStillChat();
    }

    private static boolean sendUntilCutOff(RawClient client) {
        try {
            while (true) {
                client.send(new byte[] {'x'});
            }
        } catch (IOException _) {
            return true;
        }
    }

    @Test
    void aThousandConnectionsThatSayNothingDisturbNobody() throws IOException {
        restart(ServerLimits.DEFAULT.withHello(Duration.ofSeconds(3)));
        List<RawClient> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                silent.add(RawClient.connect(server.port()));
            }
            theyStillChat();
            try (RawClient carol = RawClient.join(server.port(), "carol")) {
                carol.hasHeardAll("alice bob carol");
            }
            alice.hears("JOINED carol", "LEFT carol");
            bob.hears("JOINED carol", "LEFT carol");
            for (RawClient one : silent) {
                one.hearsError("hello-first");
                one.isLetGo();
            }
            theyStillChat();
        } finally {
            for (RawClient one : silent) {
                one.close();
            }
        }
    }

    @Test
    void oneTooManyIsToldSoAndThereIsPlaceAgainWhenSomebodyLeft() throws IOException {
        restart(ServerLimits.DEFAULT.withClients(2));
        // More of them than the few that the server takes in at once to tell them so.
        for (int i = 0; i < 40; i++) {
            try (RawClient carol = RawClient.connect(server.port())) {
                carol.hearsError("server-full");
                carol.isLetGo();
            }
        }
        theyStillChat();
        bob.say("BYE");
        bob.isLetGo();
        bob.close();
        alice.hears("LEFT bob");
        joinWhenThereIsPlace("carol").close();
        alice.hears("JOINED carol", "LEFT carol");
        bob = joinWhenThereIsPlace("bob");
        alice.hears("JOINED bob");
        theyStillChat();
    }

    @Test
    void whoIsTurnedAwayTakesNoPlaceWhileTheyLinger() throws IOException {
        restart(ServerLimits.DEFAULT.withClients(2).withFarewell(Duration.ofMinutes(5)));
        try (RawClient carol = RawClient.connect(server.port())) {
            carol.hearsError("server-full");
            bob.say("BYE");
            bob.isLetGo();
            bob.close();
            alice.hears("LEFT bob");
            bob = joinWhenThereIsPlace("bob");
            alice.hears("JOINED bob");
        }
    }

    private RawClient joinWhenThereIsPlace(String name) throws IOException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (true) {
            assertThat(Instant.now()).isBefore(deadline);
            RawClient client = RawClient.connect(server.port());
            client.say("HELLO " + name);
            Optional<String> answer = client.next();
            if (answer.isPresent() && answer.get().equals("WELCOME " + name)) {
                assertThat(client.line()).startsWith("HERE ");
                return client;
            }
            client.close();
        }
    }
}
