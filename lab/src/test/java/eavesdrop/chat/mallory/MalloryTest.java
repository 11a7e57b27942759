package eavesdrop.chat.mallory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import eavesdrop.chat.server.ChatServer;
import eavesdrop.chat.server.OperatorEntry;
import eavesdrop.chat.server.ServerConfig;
import eavesdrop.evidence.OperatorLog;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.testing.RawClient;
import eavesdrop.testing.Until;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Mallory between real sockets of this machine.
@Timeout(60)
class MalloryTest {
    @TempDir
    private Path data;

    private final List<String> view = new CopyOnWriteArrayList<>();
    private final List<OperatorEntry> operator = new CopyOnWriteArrayList<>();
    private final ChatServer server = ChatServer.start(ServerConfig.onLoopback().withView(operator::add));

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    /// Finds no client who believes it.
    private record Distrusted() implements Transport {
        @Override
        public Channel toServer(Socket connected, String host) {
            return Channel.of(connected);
        }

        @Override
        public Channel toClient(Socket accepted) throws IOException {
            throw new IOException("the client did not like the certificate");
        }
    }

    private Mallory mallory(Transport transport, Replacement... replacements) {
        return Mallory.start(new MalloryConfig(
                InetAddress.getLoopbackAddress(),
                0,
                "127.0.0.1",
                server.port(),
                transport,
                List.of(replacements),
                Optional.of(log()),
                view::add,
                Clock.systemUTC()));
    }

    private Path log() {
        return data.resolve("mallory.jsonl");
    }

    private List<OperatorRecord> records(String event) {
        return OperatorLog.read(log()).records().stream()
                .filter(record -> record.event().equals(event))
                .toList();
    }

    private void awaitRecord(String event) throws Exception {
        Until.holds("Mallory has noted " + event, () -> !records(event).isEmpty(), view::toString);
    }

    @Test
    void readsWhatPassesAndChangesAWord() throws Exception {
        try (Mallory mallory = mallory(Transport.PLAIN, new Replacement("noon", "midnight"));
                RawClient alice = RawClient.join(mallory.port(), "alice");
                RawClient bob = RawClient.join(mallory.port(), "bob")) {
            alice.hears("JOINED bob");
            alice.say("TELL bob We meet at noon.");
            bob.hears("TOLD alice We meet at midnight.");
            bob.say("SAY ñ 漢字 🔑");
            alice.hears("SAID bob ñ 漢字 🔑");
        }
        assertThat(operator).extracting(entry -> entry.event().toString()).noneMatch(entry -> entry.contains("noon"));
        assertThat(records("told").getFirst().fields())
                .containsEntry("from", "alice")
                .containsEntry("to", "bob")
                .containsEntry("text", "We meet at noon.")
                .containsEntry("passed", "We meet at midnight.");
        assertThat(records("said").getFirst().fields())
                .containsEntry("from", "bob")
                .doesNotContainKey("passed");
        assertThat(view).anyMatch(line -> line.endsWith("alice → bob: We meet at noon.   ⇒ We meet at midnight."));
    }

    @Test
    void aClientThatRefusesHerIsNotedAndTheServerHearsNothing() throws Exception {
        try (Mallory mallory = mallory(new Distrusted());
                RawClient client = RawClient.connect(mallory.port())) {
            client.isLetGo();
            awaitRecord("refused");
        }
        assertThat(records("refused").getFirst().field("reason")).isEqualTo("the client did not like the certificate");
        assertThat(records("connected")).isEmpty();
        assertThat(operator).noneMatch(entry -> entry.event().toString().contains("Joined"));
    }

    @Test
    void whereTheServerIsGoneTheClientHearsTheEndAndMalloryGoesOn() throws Exception {
        server.close();
        try (Mallory mallory = mallory(Transport.PLAIN)) {
            for (int time = 0; time < 2; time++) {
                try (RawClient client = RawClient.connect(mallory.port())) {
                    client.isLetGo();
                }
            }
            Until.holds("both are noted", () -> records("trouble").size() == 2, view::toString);
        }
    }

    @Test
    void whatTheServerSaysLastArrivesAfterTheClientHasEnded() throws Exception {
        try (Mallory mallory = mallory(Transport.PLAIN);
                RawClient alice = RawClient.join(mallory.port(), "alice")) {
            alice.say("WHO");
            alice.endMySide();
            alice.hears("HERE alice");
            alice.isLetGo();
            awaitRecord("ended");
        }
    }

    /// The server begins a new run: its own files and hers are set aside.
    @Test
    void aLogThatIsSetAsideIsBegunAnew() throws Exception {
        try (Mallory mallory = mallory(Transport.PLAIN)) {
            Files.move(log(), data.resolve("mallory-earlier.jsonl"));
            try (RawClient _ = RawClient.join(mallory.port(), "alice")) {
                awaitRecord("connected");
            }
        }
        assertThat(records("started")).isEmpty();
        assertThat(view).noneMatch(line -> line.contains("cannot be written"));
    }

    @Test
    void aLogThatCannotBeWrittenIsSaidOnceAndSheGoesOn() throws Exception {
        Files.createDirectory(log());
        try (Mallory mallory = mallory(Transport.PLAIN);
                RawClient alice = RawClient.join(mallory.port(), "alice")) {
            alice.hasHeardAll("alice");
            assertThat(view).noneMatch(line -> line.contains("is written again"));
            Files.delete(log());
            try (RawClient bob = RawClient.join(mallory.port(), "bob")) {
                bob.hasHeardAll("alice bob");
            }
        }
        assertThat(view).filteredOn(line -> line.contains("cannot be written")).hasSize(1);
        assertThat(view).filteredOn(line -> line.contains("is written again")).hasSize(1);
    }

    @Test
    void whatToReplaceIsWrittenWithAnEqualsSign() {
        assertThat(Replacement.parse("a=b=c")).isEqualTo(new Replacement("a", "b=c"));
        assertThatThrownBy(() -> Replacement.parse("=b"))
                .isInstanceOfSatisfying(
                        LabException.class,
                        problem -> assertThat(problem.remedy()).contains("noon=midnight"));
    }
}
