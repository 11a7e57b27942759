package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `docker attach` in a real terminal, to the clients' real containers.
@RequiresDocker
@Timeout(600)
class DockerAttachTest {
    private static final String STATUS = ", connected to chat_server:12345 · anyone on the wire can read along";
    private static final String DETACH = "\u0010\u0011";

    private static TestLab lab;

    private final List<PtyScreen> open = new ArrayList<>();

    @BeforeAll
    static void up() throws Exception {
        lab = TestLab.make("attach").up();
    }

    @AfterAll
    static void down() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void closeTerminals() {
        open.forEach(PtyScreen::close);
    }

    private PtyScreen attach(int client, int columns, int rows) throws IOException {
        List<String> command = List.of("docker", "attach", lab.container("chat_client_" + client));
        PtyScreen screen = PtyScreen.start(command, Map.of(), columns, rows);
        open.add(screen);
        return screen;
    }

    private PtyScreen attach(int client) throws Exception {
        PtyScreen screen = attach(client, 80, 24);
        screen.awaitText((client == 1 ? " alice" : " bob") + STATUS);
        return screen;
    }

    private static void detach(PtyScreen screen) throws Exception {
        screen.type(DETACH);
        screen.awaitEnd();
        assertThat(screen.terminal().isFitForAShell()).isTrue();
    }

    @Test
    void peopleTalkDetachAndFindTheirScreenAgain() throws Exception {
        PtyScreen alice = attach(1);
        PtyScreen bob = attach(2);
        alice.enter("¿qué ñ, 漢字 🔑?");
        bob.awaitText("📩 alice: ¿qué ñ, 漢字 🔑?");
        bob.enter("/whisper alice psst");
        alice.awaitText("📩 bob whispers to you: psst");
        alice.type("half a li");
        alice.awaitText("> half a li");
        String before = alice.terminal().screen();
        detach(alice);

        PtyScreen again = attach(1);
        again.await(
                again.terminal(), screen -> screen.screen().equals(before), "it is the screen of before:\n" + before);
        again.enter("ne");
        bob.awaitText("📩 alice: half a line");
        assertThat(again.terminal().unknown()).isEmpty();
    }

    @Test
    void everybodyWhoIsAttachedSeesTheSame() throws Exception {
        PtyScreen first = attach(1);
        PtyScreen second = attach(1);
        second.enter("from the second");
        first.awaitText("📝 from the second");
        first.await(
                first.terminal(),
                screen -> screen.screen().equals(second.terminal().screen()),
                "both show the same");
        detach(second);
        first.enter("from the first");
        first.awaitText("📝 from the first");
    }

    @Test
    void anotherSizeAtTheNextAttachIsRespected() throws Exception {
        detach(attach(2));
        PtyScreen small = attach(2, 40, 10);
        small.await(
                small.terminal(),
                screen -> screen.row(8).equals(" anyone on the wire can read")
                        && screen.row(9).startsWith(">"),
                "the screen fits 40 columns and 10 rows");
    }

    @Test
    void ctrlCDoesNotEndTheContainer() throws Exception {
        PtyScreen bob = attach(2);
        bob.type("\u0003");
        bob.awaitText("Ctrl-P Ctrl-Q detaches from it");
        assertThat(TestLab.run("docker", "inspect", "-f", "{{.State.Running}}", lab.container("chat_client_2")))
                .isEqualToIgnoringNewLines("true");
    }

    @Test
    void theClientsComeBackWhenTheServerDoes() throws Exception {
        PtyScreen alice = attach(1);
        TestLab.run("docker", "kill", lab.container("chat_server"));
        // kill does not wait for the end, and compose leaves alone what it still takes for running.
        TestLab.run("docker", "wait", lab.container("chat_server"));
        alice.awaitText("🔌 not connected");
        lab.compose("up", "-d");
        alice.awaitText(" alice" + STATUS);
        alice.enter("back again");
        alice.awaitText("📝 back again");
    }
}
