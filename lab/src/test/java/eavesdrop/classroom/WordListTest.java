package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordListTest {
    @Test
    void hasOneShortWordForEachByte() {
        assertThat(WordList.ADJECTIVES.words())
                .hasSize(256)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]{3,8}"));
        assertThat(WordList.THINGS.words())
                .hasSize(256)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]{3,8}"))
                .doesNotContainAnyElementsOf(WordList.ADJECTIVES.words());
    }

    @Test
    void countsBytesFromZeroTo255() {
        assertThat(WordList.THINGS.at((byte) 0))
                .isEqualTo(WordList.THINGS.words().getFirst());
        assertThat(WordList.THINGS.at((byte) 0xff))
                .isEqualTo(WordList.THINGS.words().getLast());
    }
}
