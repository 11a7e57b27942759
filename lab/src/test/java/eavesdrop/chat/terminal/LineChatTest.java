package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.chat.client.Links;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import eavesdrop.chat.server.ChatServer;
import eavesdrop.chat.server.OperatorEvent;
import eavesdrop.chat.server.ServerConfig;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LineChatTest {
    private final List<OperatorEvent> operator = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start(ServerConfig.onLoopback().withView(entry -> operator.add(entry.event())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Person person(String name) {
        return new Person(new ServerAddress("127.0.0.1", server.port()), new Name(name), null);
    }

    private boolean talk(String name, String input) throws InterruptedException {
        return LineChat.run(
                person(name),
                WhoseTerminal.OWN,
                new BufferedReader(new StringReader(input)),
                messages::add,
                notes::add);
    }

    private static void awaitLine(BlockingQueue<String> lines, String expected) throws InterruptedException {
        String line = lines.poll(10, TimeUnit.SECONDS);
        while (line != null && !line.equals(expected)) {
            line = lines.poll(10, TimeUnit.SECONDS);
        }
        assertThat(line).as("a line within 10 s").isEqualTo(expected);
    }

    @Test
    void saysEveryLineOfTheInputAndLeaves() throws Exception {
        assertThat(talk("alice", "one\n\n  \ntwo ñ 漢字 🔑\n")).isTrue();
        Name alice = new Name("alice");
        assertThat(operator)
                .containsSubsequence(new OperatorEvent.Said(alice, "one"), new OperatorEvent.Said(alice, "two ñ 漢字 🔑"))
                .filteredOn(OperatorEvent.Said.class::isInstance)
                .hasSize(2);
    }

    @Test
    void printsTheAnswerToItsLastLine() throws Exception {
        assertThat(talk("alice", "/who\n")).isTrue();
        assertThat(notes.stream().filter("* here: alice"::equals)).hasSize(2);
    }

    @Test
    void endsAtExit() throws Exception {
        assertThat(talk("alice", "one\nexit\nnot said\n")).isTrue();
        assertThat(operator.toString()).contains("one").doesNotContain("not said");
    }

    /// Nobody types and the input stays open: the chat ends all the same.
    @Test
    void endsWhereAClassOfItsOwnIsStillToBeWritten() throws Exception {
        Transport unwritten = new Transport() {
            @Override
            public Channel toClient(Socket accepted) {
                throw new IllegalStateException("not here");
            }

            @Override
            public Channel toServer(Socket connected, String host) {
                throw new IllegalStateException("TODO(4.3): speak TLS");
            }
        };
        Links links = new Links(SocketFactory.getDefault(), unwritten, Links.PLAIN.sealers());
        Person person = new Person(person("ada").server(), new Name("ada"), null, links, null);
        try (PipedWriter keyboard = new PipedWriter()) {
            BufferedReader input = new BufferedReader(new PipedReader(keyboard));

            assertThatThrownBy(() -> LineChat.run(person, WhoseTerminal.OWN, input, messages::add, notes::add))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("not done yet: TODO(4.3): speak TLS.");
        }
    }

    @Test
    void talksWithAnother() throws Exception {
        BlockingQueue<String> bobs = new LinkedBlockingQueue<>();
        BlockingQueue<String> bobsNotes = new LinkedBlockingQueue<>();
        Thread bob;
        try (PipedWriter keyboard = new PipedWriter()) {
            BufferedReader input = new BufferedReader(new PipedReader(keyboard));
            bob = Thread.ofVirtual().start(() -> {
                try {
                    LineChat.run(person("bob"), WhoseTerminal.OWN, input, bobs::add, bobsNotes::add);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            awaitLine(bobsNotes, "* here: bob");
            assertThat(talk("alice", "hello\n/whisper bob psst\n")).isTrue();
            awaitLine(bobs, "alice: hello");
            awaitLine(bobs, "alice whispers to you: psst");
        }
        assertThat(bob.join(Duration.ofSeconds(10)))
                .as("bob leaves when his input ends")
                .isTrue();
    }
}
