package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.client.ServerAddress;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Link UP = new Link.Up("alice", new ServerAddress("chat_server", 12345), Cover.NONE);
    private static final Link DOWN = new Link.Down(new ServerAddress("chat_server", 12345), "nobody answers");

    private final Pane pane = new Pane();

    private Picture picture(int width, int height, InputLine input) {
        return new Layout(width, height).picture(pane, UP, input);
    }

    private static String row(Picture picture, int number) {
        return picture.rows().get(number).text();
    }

    @Test
    void putsMessagesAboveTheStatusBarAboveTheInput() {
        pane.add(new Entry.Said("bob", "hello"));
        Picture picture = picture(80, 5, InputLine.of("ty"));
        assertThat(picture.rows()).hasSize(5);
        assertThat(row(picture, 2)).isEqualTo("📩 bob: hello");
        assertThat(row(picture, 3))
                .startsWith(" alice, connected to chat_server:12345 · anyone on the wire can read along");
        assertThat(row(picture, 4)).isEqualTo("> ty");
    }

    @Test
    void theStatusBarSaysWhatFits() {
        for (int width = 1; width <= 120; width++) {
            assertThat(StatusBar.row(UP, true, 0, width).columns()).isEqualTo(width);
            assertThat(StatusBar.row(DOWN, false, 12, width).columns()).isEqualTo(width);
        }
        assertThat(StatusBar.row(UP, true, 0, 60).text()).contains("alice", "chat_server:12345", "wire", "read");
        assertThat(StatusBar.row(UP, true, 0, 30).text()).contains("anyone on the wire can read");
        assertThat(StatusBar.row(DOWN, true, 0, 80).text()).contains("🔌 not connected", "nobody answers", "again");
    }

    @Test
    void theStatusBarTellsThatNewLinesCame() {
        assertThat(StatusBar.row(UP, false, 3, 80).text()).endsWith(" ↓ 3 new · Esc ");
        assertThat(StatusBar.row(UP, false, 0, 80).text()).endsWith(" ↑ scrolled back · Esc ");
    }

    @Test
    void theCursorStandsBehindWideCharacters() {
        Picture picture = picture(40, 4, new InputLine("漢字🔑", "x"));
        assertThat(picture.cursorColumn()).isEqualTo(2 + 6);
        assertThat(picture.cursorRow()).isEqualTo(3);
    }

    @Test
    void aLongLineScrollsSoThatTheCursorIsSeen() {
        Picture end = picture(12, 4, InputLine.of("abcdefghijklmnop"));
        assertThat(row(end, 3)).isEqualTo("> hijklmnop");
        assertThat(end.cursorColumn()).isEqualTo(11);
        Picture start = picture(12, 4, InputLine.of("abcdefghijklmnop").toStart());
        assertThat(row(start, 3)).isEqualTo("> abcdefghij");
        assertThat(start.cursorColumn()).isEqualTo(2);
        Picture wide = picture(12, 4, InputLine.of("漢字漢字漢字漢字"));
        assertThat(row(wide, 3)).isEqualTo("> 漢字漢字");
    }

    @Test
    void everySizeHasItsPicture() {
        pane.add(new Entry.Said("bob", "ñ 漢字 🔑 hello"));
        pane.add(new Entry.SaidByMe("ñ 漢字 🔑 hello"));
        for (int width = 0; width < 30; width++) {
            for (int height = 0; height < 8; height++) {
                Picture picture = picture(width, height, new InputLine("漢a", "漢b"));
                int columns = Math.max(1, width);
                assertThat(picture.rows()).hasSize(Math.max(1, height));
                assertThat(picture.rows()).allMatch(row -> row.columns() <= columns);
                assertThat(picture.cursorColumn()).isLessThan(columns);
            }
        }
    }
}
