package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";
    private static final String WAVING_ENGLAND = "🏴󠁧󠁢󠁥󠁮󠁧󠁿";

    @ParameterizedTest
    @CsvSource({
        "a, 1",
        "ñ, 1",
        "n\u0303, 1",
        "漢字, 4",
        "かな, 4",
        "한국, 4",
        "ﾊﾝｶｸ, 4",
        "Ａ, 2",
        "🔑, 2",
        "🇨🇭, 2",
        "👍🏽, 2",
        "👨‍👩‍👧‍👦, 2",
        "❤, 1",
        "❤\ufe0f, 2",
        "1\ufe0f\u20e3, 2",
        "क्ष, 2",
        "\u1112\u1161\u11ab, 2",
        "e\u0301\u0323, 1",
        "…, 1",
    })
    void areAsManyAsATerminalShows(String text, int columns) {
        assertThat(Columns.of(text)).isEqualTo(columns);
    }

    @Test
    void countWholeTexts() {
        assertThat(Columns.of("")).isZero();
        assertThat(Columns.of("ñ 漢字 🔑 " + FAMILY + WAVING_ENGLAND)).isEqualTo(1 + 1 + 4 + 1 + 2 + 1 + 2 + 2);
    }

    @Test
    void clustersAreWhatAPersonTakesForOneCharacter() {
        assertThat(Clusters.of("an\u0303🇨🇭" + FAMILY + WAVING_ENGLAND + "漢"))
                .isEqualTo(List.of("a", "n\u0303", "🇨🇭", FAMILY, WAVING_ENGLAND, "漢"));
    }

    @Test
    void aPileOfAccentsIsCut() {
        String pile = "o" + "\u0301".repeat(500);
        assertThat(Clusters.of(pile + "k")).isEqualTo(List.of("o" + "\u0301".repeat(15), "k"));
    }

    @Test
    void onlyPlainLettersAreCertain() {
        assertThat("añß~".chars().allMatch(letter -> Columns.certain(Character.toString(letter))))
                .isTrue();
        assertThat(List.of("漢", "🔑", "n\u0303", "…")).noneMatch(Columns::certain);
    }

    @Test
    void aTextNeverLeansOnWhatStandsBeforeIt() {
        assertThat(Shown.of("\u0301a")).isEqualTo("\u25cc\u0301a");
        assertThat(Shown.of("\u200d🔑")).startsWith("\u25cc");
        assertThat(Shown.of("ñ")).isEqualTo("ñ");
    }

    @Test
    void noControlCharacterIsShown() {
        assertThat(Shown.of("\u001b[2J\u009b2J\u0007\u202e"))
                .doesNotContainPattern("\\p{Cntrl}")
                .doesNotContain("\u202e", "\u009b")
                .contains("[2J");
    }
}
