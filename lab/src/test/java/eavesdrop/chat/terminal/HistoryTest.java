package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static History of(String... lines) {
        History history = new History();
        List.of(lines).forEach(history::add);
        return history;
    }

    @Test
    void goesBackAndComesBackToTheLineThatWasBegun() {
        History history = of("one", "two");
        InputLine begun = new InputLine("beg", "un");
        InputLine two = history.older(begun);
        assertThat(two).isEqualTo(InputLine.of("two"));
        InputLine one = history.older(two);
        assertThat(one).isEqualTo(InputLine.of("one"));
        assertThat(history.older(one)).isEqualTo(one);
        assertThat(history.newer(one)).isEqualTo(two);
        assertThat(history.newer(two)).isEqualTo(begun);
        assertThat(history.newer(begun)).isEqualTo(begun);
    }

    @Test
    void hasNothingAtFirst() {
        assertThat(new History().older(InputLine.of("x"))).isEqualTo(InputLine.of("x"));
    }

    @Test
    void keepsNoBlankAndNoRepeatedLine() {
        History history = of("one", "one", "  ");
        InputLine one = history.older(InputLine.EMPTY);
        assertThat(one).isEqualTo(InputLine.of("one"));
        assertThat(history.older(one)).isEqualTo(one);
    }

    @Test
    void forgetsTheOldest() {
        History history = new History();
        for (int i = 0; i < 1000; i++) {
            history.add("line " + i);
        }
        InputLine shown = InputLine.EMPTY;
        for (int i = 0; i < 1000; i++) {
            shown = history.older(shown);
        }
        assertThat(shown).isEqualTo(InputLine.of("line 800"));
    }
}
