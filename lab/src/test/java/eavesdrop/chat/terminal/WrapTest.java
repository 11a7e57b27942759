package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {
    @Test
    void breaksAtSpaces() {
        assertThat(Wrap.rows("one two three four", 9)).isEqualTo(List.of("one two", "three", "four"));
        assertThat(Wrap.rows("one two", 7)).isEqualTo(List.of("one two"));
        assertThat(Wrap.rows("abcde fghij ", 5)).isEqualTo(List.of("abcde", "fghij"));
    }

    @Test
    void breaksAWordThatIsWiderThanARow() {
        assertThat(Wrap.rows("abcdefghij", 4)).isEqualTo(List.of("abcd", "efgh", "ij"));
        assertThat(Wrap.rows("a bcdefg", 4)).isEqualTo(List.of("a", "bcde", "fg"));
    }

    @Test
    void breaksBetweenWideCharactersAndNeverWithinOne() {
        assertThat(Wrap.rows("漢字漢字漢", 5)).isEqualTo(List.of("漢字", "漢字", "漢"));
        assertThat(Wrap.rows("ab 漢字漢字", 6)).isEqualTo(List.of("ab 漢", "字漢字"));
        assertThat(Wrap.rows("ab🔑🔑", 5)).isEqualTo(List.of("ab🔑", "🔑"));
        assertThat(Wrap.rows("👨‍👩‍👧🇨🇭n\u0303", 2)).isEqualTo(List.of("👨‍👩‍👧", "🇨🇭", "n\u0303"));
    }

    @Test
    void keepsSpacesWithinARow() {
        assertThat(Wrap.rows("a   b", 10)).isEqualTo(List.of("a   b"));
    }

    @Test
    void givesOneRowForNothing() {
        assertThat(Wrap.rows("", 5)).isEqualTo(List.of(""));
    }

    @Test
    void showsADotWhereAWideCharacterHasNoRoom() {
        assertThat(Wrap.rows("漢a", 1)).isEqualTo(List.of("…", "a"));
    }

    @Test
    void neverMakesARowWiderThanAsked() {
        String text = "ñ 漢字 and 🔑 with 👨‍👩‍👧 or 🇨🇭 and averyveryverylongword 漢a漢b end   . ";
        for (int width = 1; width < 80; width++) {
            int widest = width;
            assertThat(Wrap.rows(text, width)).allMatch(row -> Columns.of(row) <= widest);
        }
    }

    @Test
    void losesNothingButSpaces() {
        String text = "ñ 漢字 and 🔑 with 👨‍👩‍👧 or 🇨🇭 and averyveryverylongword 漢a漢b end   . ";
        for (int width = 2; width < 80; width++) {
            assertThat(String.join("", Wrap.rows(text, width)).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        }
    }
}
