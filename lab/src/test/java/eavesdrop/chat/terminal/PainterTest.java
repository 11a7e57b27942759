package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PainterTest {
    private final Painter painter = new Painter(true);

    private static Picture picture(int cursorColumn, String... rows) {
        List<Row> lines = Stream.of(rows).map(text -> Row.of(text, Style.PLAIN)).toList();
        return new Picture(20, rows.length, lines, cursorColumn, rows.length - 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsAComposedCharacterStandsInItsColumnOnEveryTerminal(Emulator.Composing composing) {
        Emulator terminal = new Emulator(20, 1, composing);
        terminal.write(painter.paint(picture(0, "漢🔑|👨‍👩‍👧|🇨🇭|❤\ufe0f|n\u0303|")));
        assertThat(terminal.row(0).chars().filter(c -> c == '|').count()).isEqualTo(5);
        assertThat(terminal.columnOf("|")).isEqualTo(4);
        assertThat(terminal.columnOf("|🇨")).isEqualTo(7);
        assertThat(terminal.columnOf("|❤")).isEqualTo(10);
        assertThat(terminal.columnOf("|n")).isEqualTo(13);
        assertThat(terminal.unknown()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingRunsIntoTheNextRow(Emulator.Composing composing) {
        Emulator terminal = new Emulator(20, 2, composing);
        terminal.write(painter.paint(picture(0, "", "next")));
        terminal.write(painter.paint(picture(0, "x".repeat(18) + "👨‍👩‍👧", "next")));
        assertThat(terminal.row(1)).isEqualTo("next");
    }

    @Test
    void paintsOnlyTheRowsThatChanged() {
        Emulator terminal = new Emulator(20, 3, Emulator.Composing.TOGETHER);
        terminal.write(painter.paint(picture(0, "one", "two", "three")));
        String frame = painter.paint(picture(2, "one", "2", "three"));
        assertThat(frame).contains("2").doesNotContain("one", "three");
        terminal.write(frame);
        assertThat(terminal.screen()).isEqualTo("one\n2\nthree");
        assertThat(terminal.cursorColumn()).isEqualTo(2);
        assertThat(terminal.cursorRow()).isEqualTo(2);
    }

    @Test
    void paintsAllOfItOnATerminalThatSomebodyJustAttached() {
        painter.paint(picture(0, "one", "two"));
        Emulator other = new Emulator(20, 2, Emulator.Composing.TOGETHER);
        other.scribble();
        painter.forget();
        other.write(painter.paint(picture(0, "one", "two")));
        assertThat(other.screen()).isEqualTo("one\ntwo");
    }

    @Test
    void leavesTheTerminalFitForAShellAfterEachFrame() {
        Emulator terminal = new Emulator(20, 2, Emulator.Composing.TOGETHER);
        terminal.write(painter.paint(picture(0, "one", "two")));
        assertThat(terminal.isFitForAShell()).isTrue();
        terminal.write(painter.paint(picture(0, "one", "three")));
        assertThat(terminal.isFitForAShell()).isTrue();
    }

    @Test
    void givesNoColourToWhoWantsNone() {
        Row whisper = Row.of("psst", Style.WHISPER);
        Picture picture = new Picture(20, 1, List.of(whisper), 0, 0);
        assertThat(new Painter(true).paint(picture)).contains("[0;3;95m");
        assertThat(new Painter(false).paint(picture)).doesNotContain(";95").contains("[0;3m");
    }
}
