package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.client.ClientEvent;
import eavesdrop.chat.client.Sending;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.chat.terminal.Key.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScreenModelTest {
    private static final ServerAddress SERVER = new ServerAddress("chat_server", 12345);
    private static final Name ALICE = new Name("alice");
    private static final Name BOB = new Name("bob");

    /// Takes lines as a chat client does, and keeps them.
    private static final class Said implements Speaker {
        private final List<ClientLine> lines = new ArrayList<>();
        private final List<Name> names = new ArrayList<>();
        private Sending answer = new Sending.Sent();

        @Override
        public Sending send(ClientLine line) {
            if (answer instanceof Sending.Sent) {
                lines.add(line);
            }
            return answer;
        }

        @Override
        public void rename(Name name) {
            names.add(name);
        }
    }

    private final Said said = new Said();
    private final ScreenModel model = new ScreenModel(SERVER, Cover.NONE, said, "Type /quit.");

    @BeforeEach
    void connect() {
        model.resize(80, 12);
        model.hear(new ClientEvent.Connected(ALICE, SERVER));
    }

    private void type(String text) {
        text.codePoints().forEach(c -> model.press(new Key.Typed(Character.toString(c))));
    }

    private void enter(String text) {
        type(text);
        model.press(Action.ENTER);
    }

    private void hear(String line) {
        model.hear(new ClientEvent.Received(ServerLine.parse(line)));
    }

    private String screen() {
        return text(model);
    }

    private static String text(ScreenModel shown) {
        return shown.picture().rows().stream().map(Row::text).collect(Collectors.joining("\n"));
    }

    private String inputRow() {
        return model.picture().rows().getLast().text();
    }

    @Test
    void saysWhatIsTypedAndShowsItOnTheRight() {
        enter("¿ñ 漢字 🔑?");
        assertThat(said.lines).isEqualTo(List.of(new ClientLine.Say("¿ñ 漢字 🔑?")));
        assertThat(screen()).containsPattern("(?m)^ {20,}📝 ¿ñ 漢字 🔑\\?$");
        assertThat(inputRow()).isEqualTo("> ");
    }

    @Test
    void whispers() {
        enter("/whisper bob psst");
        assertThat(said.lines).isEqualTo(List.of(new ClientLine.Tell(BOB, "psst")));
        assertThat(screen()).contains("📝 you whisper to bob: psst");
        hear("TOLD bob back");
        assertThat(screen()).contains("📩 bob whispers to you: back");
    }

    @Test
    void saysNothingForABlankLine() {
        enter("   ");
        assertThat(said.lines).isEmpty();
        assertThat(inputRow()).isEqualTo("> ");
    }

    @Test
    void showsWhoComesAndGoes() {
        hear("HERE alice bob");
        hear("JOINED carol");
        hear("LEFT bob");
        assertThat(screen()).contains(" here: alice, bob\n", " carol joined\n", " bob left\n");
    }

    @Test
    void showsNothingThatSteersATerminal() {
        hear("SAID bob \u001b[2J\u001b]0;title\u0007 \u009b5n evil");
        hear("TOLD bob \u001bc");
        hear("ERROR no-such-user \u001b[H");
        hear("KEY bob \u001b[H");
        hear("\u001b[31mwhat");
        assertThat(screen().replace("\n", ""))
                .doesNotContainPattern("\\p{Cntrl}")
                .contains("evil");
    }

    @Test
    void asksWhoIsHere() {
        enter("/who");
        assertThat(said.lines).isEqualTo(List.of(new ClientLine.Who()));
    }

    @Test
    void takesAnotherName() {
        enter("/name carol");
        assertThat(said.names).isEqualTo(List.of(new Name("carol")));
    }

    @Test
    void leaves() {
        assertThat(model.left()).isFalse();
        enter("exit");
        assertThat(model.left()).isTrue();
    }

    @Test
    void keepsALineThatIsTooLongAndTellsTheLimit() {
        said.answer = new Sending.TooLong(5000, 4091);
        enter("long");
        assertThat(screen()).contains("5000 bytes, and 4091 are allowed");
        assertThat(inputRow()).isEqualTo("> long");
        assertThat(screen()).doesNotContain("📝");
    }

    @Test
    void keepsALineWhileThereIsNoConnection() {
        said.answer = new Sending.NotConnected();
        enter("hello");
        assertThat(inputRow()).isEqualTo("> hello");
        assertThat(screen()).contains("🔌 Not sent");
        said.answer = new Sending.Sent();
        model.press(Action.ENTER);
        assertThat(said.lines).isEqualTo(List.of(new ClientLine.Say("hello")));
    }

    @Test
    void tellsOnceThatTheConnectionIsLostAndWhenItIsBack() {
        model.hear(new ClientEvent.Lost("the server closed the connection"));
        for (int i = 0; i < 5; i++) {
            model.hear(new ClientEvent.Retrying("nobody answers at chat_server:12345", Duration.ofSeconds(2), false));
        }
        assertThat(screen()).containsOnlyOnce("🔌 the connection is lost");
        assertThat(screen())
                .containsOnlyOnce("🔌 not connected")
                .contains(" 🔌 not connected: nobody answers at chat_server:12345; trying again");
        assertThat(screen().lines().count()).isEqualTo(12);
        model.hear(new ClientEvent.Connected(ALICE, SERVER));
        assertThat(screen()).contains(" alice, connected to chat_server:12345 · anyone on the wire can read along");
    }

    @Test
    void saysNothingOfAServerThatStartsTogetherWithTheClient() {
        ScreenModel beginning = new ScreenModel(SERVER, Cover.NONE, said, "Type /quit.");
        beginning.resize(80, 12);
        for (int millis : new int[] {100, 200, 400, 800}) {
            beginning.hear(
                    new ClientEvent.Retrying("no machine is known as chat_server", Duration.ofMillis(millis), false));
        }
        assertThat(text(beginning))
                .doesNotContain("not connected", "no machine")
                .contains("connecting");
        beginning.hear(new ClientEvent.Retrying("no machine is known as chat_server", Duration.ofMillis(1600), false));
        assertThat(text(beginning)).contains("🔌 not connected: no machine is known as chat_server");
    }

    @Test
    void saysAtOnceWhyAServerThatAnsweredIsNotTheOne() {
        ScreenModel beginning = new ScreenModel(SERVER, Cover.NONE, said, "Type /quit.");
        beginning.resize(80, 12);
        beginning.hear(new ClientEvent.Retrying("the handshake failed", Duration.ofMillis(100), true));
        assertThat(text(beginning)).contains("🔌 not connected: the handshake failed");
    }

    @Test
    void tellsOnceThatTheNameIsTaken() {
        for (int i = 0; i < 5; i++) {
            hear("ERROR name-taken alice is here");
            model.hear(new ClientEvent.NameTaken(ALICE, Duration.ofSeconds(2)));
        }
        assertThat(screen())
                .containsOnlyOnce("Somebody is here as alice already")
                .contains("/name OTHER");
    }

    @Test
    void tellsHowToLeaveOnCtrlC() {
        model.press(Action.INTERRUPT);
        assertThat(screen()).contains("Ctrl-C does not end the chat. Type /quit.");
        assertThat(model.left()).isFalse();
    }

    /// Else a line that cannot be sent would stand in front of every /help and /quit.
    @Test
    void ctrlCClearsTheLineAndArrowUpBringsItBack() {
        type("half");
        model.press(Action.INTERRUPT);
        assertThat(inputRow().strip()).isEqualTo(">");
        assertThat(screen()).doesNotContain("Ctrl-C");

        model.press(Action.OLDER);
        assertThat(inputRow()).isEqualTo("> half");
    }

    @Test
    void aLineFromElsewhereLeavesWhatIsBeingTyped() {
        type("half");
        model.enter("/whisper bob from the script");
        assertThat(said.lines).isEqualTo(List.of(new ClientLine.Tell(BOB, "from the script")));
        assertThat(inputRow()).isEqualTo("> half");
    }

    @Test
    void scrollsBackAndTellsWhatCame() {
        for (int i = 1; i <= 40; i++) {
            hear("SAID bob line " + i + ".");
        }
        model.press(Action.PAGE_UP);
        assertThat(screen()).contains("line 31.").doesNotContain("line 40.").contains("scrolled back");
        hear("SAID bob line 41.");
        assertThat(screen()).contains("↓ 1 new").doesNotContain("line 41.");
        model.press(Action.HOME);
        assertThat(screen()).contains("connected to");
        model.press(Action.FOLLOW);
        assertThat(screen()).contains("line 41.").doesNotContain("new");
    }

    @Test
    void homeAndEndMoveInALineThatWasBegun() {
        type("bc");
        model.press(Action.HOME);
        type("a");
        model.press(Action.END);
        type("d");
        assertThat(inputRow()).isEqualTo("> abcd");
    }

    @Test
    void bringsEarlierLinesBack() {
        enter("one");
        enter("two");
        type("thr");
        model.press(Action.OLDER);
        model.press(Action.OLDER);
        assertThat(inputRow()).isEqualTo("> one");
        model.press(Action.NEWER);
        model.press(Action.NEWER);
        assertThat(inputRow()).isEqualTo("> thr");
    }

    @Test
    void edits() {
        type("one twoo");
        model.press(Action.DELETE_LEFT);
        model.press(Action.LINE_START);
        model.press(Action.DELETE_RIGHT);
        assertThat(inputRow()).isEqualTo("> ne two");
        model.press(Action.LINE_END);
        model.press(Action.DELETE_WORD);
        assertThat(inputRow()).isEqualTo("> ne ");
        model.press(Action.LEFT);
        model.press(Action.LEFT);
        model.press(Action.DELETE_TO_END);
        assertThat(inputRow()).isEqualTo("> n");
        model.press(Action.DELETE_TO_START);
        assertThat(inputRow()).isEqualTo("> ");
    }
}
