package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputLineTest {
    private static final String FAMILY = "👨‍👩‍👧";

    @Test
    void insertsWhereTheCursorIs() {
        InputLine line = InputLine.EMPTY.insert("a").insert("c").left().insert("b");
        assertThat(line).isEqualTo(new InputLine("ab", "c"));
    }

    @Test
    void movesByWhatAPersonTakesForACharacter() {
        InputLine line = InputLine.of("n\u0303" + FAMILY + "🇨🇭");
        assertThat(line.left()).isEqualTo(new InputLine("n\u0303" + FAMILY, "🇨🇭"));
        assertThat(line.left().left()).isEqualTo(new InputLine("n\u0303", FAMILY + "🇨🇭"));
        assertThat(line.left().left().left()).isEqualTo(new InputLine("", line.text()));
        assertThat(line.left().left().right()).isEqualTo(line.left());
    }

    @Test
    void deletesByWhatAPersonTakesForACharacter() {
        InputLine line = InputLine.of("x" + FAMILY);
        assertThat(line.deleteLeft().text()).isEqualTo("x");
        assertThat(line.left().deleteRight().text()).isEqualTo("x");
        assertThat(InputLine.of("a🔑").deleteLeft().text()).isEqualTo("a");
    }

    @Test
    void standsStillAtItsEnds() {
        assertThat(InputLine.EMPTY.left().right().deleteLeft().deleteRight().deleteWord())
                .isEqualTo(InputLine.EMPTY);
        assertThat(InputLine.of("a").right()).isEqualTo(InputLine.of("a"));
    }

    @Test
    void jumpsToItsEnds() {
        InputLine line = new InputLine("ab", "cd");
        assertThat(line.toStart()).isEqualTo(new InputLine("", "abcd"));
        assertThat(line.toEnd()).isEqualTo(new InputLine("abcd", ""));
    }

    @Test
    void deletesAWordAndTheSpacesAfterIt() {
        assertThat(new InputLine("one two  ", "x").deleteWord()).isEqualTo(new InputLine("one ", "x"));
        assertThat(InputLine.of("one").deleteWord()).isEqualTo(InputLine.EMPTY);
    }

    @Test
    void deletesToItsEnds() {
        InputLine line = new InputLine("ab", "cd");
        assertThat(line.deleteToStart()).isEqualTo(new InputLine("", "cd"));
        assertThat(line.deleteToEnd()).isEqualTo(new InputLine("ab", ""));
    }

    @Test
    void takesNoMoreThanAnybodyTypes() {
        InputLine full = InputLine.EMPTY.insert("x".repeat(8192));
        assertThat(full.insert("y")).isEqualTo(full);
    }
}
