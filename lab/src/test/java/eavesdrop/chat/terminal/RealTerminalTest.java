package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.server.ChatServer;
import eavesdrop.chat.server.OperatorEvent;
import eavesdrop.chat.server.ServerConfig;
import eavesdrop.testing.JavaCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The client as a process of its own in a real pseudo-terminal, with a real server. What counts is what the screen
/// shows.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class RealTerminalTest {
    private static final String STATUS = "anyone on the wire can read along";

    private final BlockingQueue<OperatorEvent> operator = new LinkedBlockingQueue<>();
    private final List<PtyScreen> open = new ArrayList<>();
    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start(config());
    }

    private ServerConfig config() {
        return ServerConfig.onLoopback().withView(entry -> operator.add(entry.event()));
    }

    @AfterEach
    void stop() throws Exception {
        for (PtyScreen screen : open) {
            screen.close();
        }
        server.close();
    }

    private List<String> client(int port, String... arguments) {
        List<String> command = JavaCommand.of("eavesdrop.program.ClientMain", "-p", Integer.toString(port));
        command.addAll(List.of(arguments));
        return command;
    }

    private PtyScreen open(List<String> command, int columns, int rows) throws IOException {
        PtyScreen screen = PtyScreen.start(command, Map.of(), columns, rows);
        open.add(screen);
        return screen;
    }

    private PtyScreen join(String name) throws Exception {
        PtyScreen screen = open(client(server.port(), name), 80, 24);
        screen.awaitText(" " + name + ", connected to 127.0.0.1:" + server.port() + " · " + STATUS);
        return screen;
    }

    private <E extends OperatorEvent> E awaitOperator(Class<E> kind) throws InterruptedException {
        OperatorEvent event = operator.poll(30, TimeUnit.SECONDS);
        while (event != null && !kind.isInstance(event)) {
            event = operator.poll(30, TimeUnit.SECONDS);
        }
        assertThat(event)
                .as("the operator sees %s within 30 s", kind.getSimpleName())
                .isNotNull();
        return kind.cast(event);
    }

    @Test
    void twoPeopleTalk() throws Exception {
        PtyScreen alice = join("alice");
        PtyScreen bob = join("bob");
        alice.awaitText(" bob joined");
        alice.enter("¿qué ñ, 漢字 🔑 👨‍👩‍👧?");
        bob.awaitText("📩 alice: ¿qué ñ, 漢字 🔑 👨‍👩‍👧?");
        alice.awaitText("📝 ¿qué ñ, 漢字 🔑 👨‍👩‍👧?");
        bob.enter("/whisper alice psst");
        alice.awaitText("📩 bob whispers to you: psst");
        bob.awaitText("📝 you whisper to alice: psst");
        assertThat(bob.terminal().columnOf("📝 you whisper to alice: psst")).isEqualTo(80 - 29);
        assertThat(bob.terminal().columnOf("📩 alice")).isZero();
        bob.enter("exit");
        assertThat(bob.awaitEnd()).isZero();
        alice.awaitText(" bob left");
        assertThat(alice.terminal().unknown()).isEmpty();
        assertThat(awaitOperator(OperatorEvent.Told.class))
                .isEqualTo(new OperatorEvent.Told(new Name("bob"), new Name("alice"), "psst"));
    }

    @Test
    void aLineIsEditedByWhatAPersonTakesForACharacter() throws Exception {
        PtyScreen alice = join("alice");
        alice.type("漢🔑👨‍👩‍👧");
        alice.awaitText("> 漢🔑👨‍👩‍👧");
        alice.await(alice.terminal(), screen -> screen.cursorColumn() == 8, "the cursor is behind it");
        alice.type("\u007f\u001b[D\u001b[Dab\u001b[F!");
        alice.awaitText("> ab漢🔑!");
        alice.type("\u0001\u000b");
        alice.await(alice.terminal(), screen -> screen.row(23).equals(">"), "the line is empty");
        alice.type("\u001b[A");
        alice.enter("one");
        alice.enter("two");
        alice.type("\u001b[A\u001b[A");
        alice.awaitText("> one");
    }

    @Test
    void theScreenTakesAnotherSize() throws Exception {
        PtyScreen alice = join("alice");
        alice.enter("hello");
        alice.awaitText("📝 hello");
        alice.resize(50, 10);
        alice.await(
                alice.terminal(),
                screen -> screen.row(8).equals(" anyone on the wire can read")
                        && screen.row(7).equals(" ".repeat(42) + "📝 hello"),
                "the picture fits 50 columns and 10 rows");
        alice.resize(20, 5);
        alice.await(alice.terminal(), screen -> screen.row(3).equals(" readable"), "the picture fits 20 and 5");
        alice.resize(1, 1);
        alice.resize(80, 24);
        alice.await(alice.terminal(), screen -> screen.row(22).contains(STATUS), "the picture fits 80 and 24");
        assertThat(alice.handle().isAlive()).isTrue();
    }

    @Test
    void whoAttachesAgainWithTheSameSizeSeesTheWholeScreen() throws Exception {
        PtyScreen alice = join("alice");
        alice.enter("hello");
        alice.awaitText("📝 hello");
        String before = alice.terminal().screen();
        alice.terminal().scribble();
        alice.tellSizeAgain();
        alice.await(alice.terminal(), screen -> screen.screen().equals(before), "the screen is whole again");
    }

    @Test
    void twoTerminalsAttachedAtOnceShowTheSame() throws Exception {
        PtyScreen alice = join("alice");
        Emulator second = alice.attach(new Emulator(80, 24, Emulator.Composing.APART));
        alice.tellSizeAgain();
        alice.enter("漢字 🔑");
        alice.awaitText("📝 漢字 🔑");
        alice.await(second, screen -> screen.screen().equals(alice.terminal().screen()), "both show the same");
        alice.await(second, screen -> screen.row(23).equals(">"), "the second shows the empty line");
    }

    @Test
    void startsWhileNobodyIsAttached() throws Exception {
        PtyScreen alice = open(client(server.port(), "alice"), 0, 0);
        awaitOperator(OperatorEvent.Joined.class);
        alice.await(alice.terminal(), screen -> screen.row(22).contains(STATUS), "the screen fits the usual 80 and 24");
        alice.terminal().scribble();
        alice.resize(100, 30);
        alice.await(alice.terminal(), screen -> screen.row(28).contains(STATUS), "the screen fits 100 and 30");
        assertThat(alice.terminal().screen()).doesNotContain("#");
        alice.enter("hello");
        alice.awaitText("📝 hello");
    }

    @Test
    void ctrlCTellsHowToDetach() throws Exception {
        PtyScreen alice = join("alice");
        alice.type("\u0003");
        alice.awaitText("Ctrl-C does not end the chat. Ctrl-P Ctrl-Q detaches from it");
        alice.type("\u001c\u001a\u0013\u0010");
        alice.enter("still here");
        alice.awaitText("📝 still here");
    }

    @Test
    void comesBackWhenTheServerDoes() throws Exception {
        PtyScreen alice = join("alice");
        int port = server.port();
        server.close();
        alice.awaitText("🔌 the connection is lost");
        alice.awaitText(" 🔌 not connected: nobody answers at 127.0.0.1:" + port + "; trying again");
        alice.enter("into the void");
        alice.awaitText("🔌 Not sent");
        server = ChatServer.start(config().withPort(port));
        alice.awaitText(" alice, connected to 127.0.0.1:" + port + " · " + STATUS);
        alice.type("\r");
        alice.awaitText("📝 into the void");
        assertThat(awaitOperator(OperatorEvent.Said.class).text()).isEqualTo("into the void");
    }

    @Test
    void whatOthersSendDoesNotSteerTheTerminal() throws Exception {
        byte[] evil = """
                WELCOME alice
                SAID eve \u001b[2J\u001b[H\u001b]0;owned\u0007\u001b[?1049h\u009b31m\u001b[c gone?\r
                TOLD eve \u001bc\u001b#8\u000e\u0008\u0008\u0008 still there
                \u001b[5n what is this
                """.getBytes(StandardCharsets.UTF_8);
        try (ServerSocket hostile = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PtyScreen alice = open(client(hostile.getLocalPort(), "alice"), 80, 24);
            try (Socket socket = hostile.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write(evil);
                alice.awaitText("what is this");
                assertThat(alice.terminal().screen()).contains("[2J", "gone?", "still there", STATUS);
                assertThat(alice.terminal().unknown()).isEmpty();
                assertThat(alice.terminal().isAlternate()).isFalse();
            }
        }
    }

    @Test
    void aPipeTypesForThePersonAndLeavesWhatTheyType(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("typed");
        PtyScreen alice = open(client(server.port(), "--typed", pipe.toString(), "alice"), 80, 24);
        alice.awaitText(STATUS);
        alice.type("half a li");
        alice.awaitText("> half a li");
        Files.writeString(pipe, "first ñ\n/who\n");
        alice.awaitText("📝 first ñ");
        Files.writeString(pipe, "second\n");
        alice.awaitText("📝 second");
        alice.awaitText("> half a li");
    }

    @Test
    void theTerminalIsRestoredWhenTheClientIsToldToEnd() throws Exception {
        List<String> command =
                List.of("sh", "-c", String.join(" ", client(server.port(), "alice")) + "; stty -a; sleep 100");
        PtyScreen shell = open(command, 80, 24);
        shell.awaitText(STATUS);
        ProcessHandle client = shell.handle().children().findFirst().orElseThrow();
        PtyScreen.signal("TERM", client.pid());
        shell.awaitText("-tostop");
        assertThat(shell.terminal().screen()).containsPattern("[^-]icanon").containsPattern("[^-]echo ");
        assertThat(shell.terminal().screen()).contains("intr = ^C; quit = ^\\").containsPattern("[^-]ixon");
        assertThat(shell.terminal().isFitForAShell()).isTrue();
        assertThat(awaitOperator(OperatorEvent.Left.class).reason()).isEqualTo(OperatorEvent.Reason.BYE);
    }

    @Test
    void aPersonsOwnTerminalShowsWhatItShowedBefore() throws Exception {
        PtyScreen screen = open(JavaCommand.of("eavesdrop.cli.Main", "chat", "-p", "" + server.port(), "ada"), 80, 24);
        screen.awaitText(" ada, connected to 127.0.0.1:" + server.port() + " · " + STATUS);
        assertThat(screen.terminal().isAlternate()).isTrue();
        screen.type("\u0003");
        screen.awaitText("/quit leaves it.");
        screen.enter("/quit");
        assertThat(screen.awaitEnd()).isZero();
        screen.await(screen.terminal(), terminal -> !terminal.isAlternate(), "the normal screen is back");
    }

    @Test
    void aDumbTerminalGetsLines() throws Exception {
        PtyScreen screen = PtyScreen.start(client(server.port(), "ada"), Map.of("TERM", "dumb"), 80, 24);
        open.add(screen);
        screen.awaitText("* connected to 127.0.0.1:" + server.port() + " as ada");
        screen.enter("hello");
        assertThat(awaitOperator(OperatorEvent.Said.class).text()).isEqualTo("hello");
        screen.enter("exit");
        assertThat(screen.awaitEnd()).isZero();
        assertThat(screen.terminal().unknown()).isEmpty();
    }
}
