package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.worksheet.Answer.Choices;
import eavesdrop.worksheet.Answer.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of an answer with parts is true also where the parts make no whole point.
class PartsTest {
    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");

    private static Parts parts(Answer given, Answer right) {
        return Parts.of(given, right).orElseThrow();
    }

    @Test
    void countsWhatStandsInItsPlace() {
        Parts one = parts(new Order(List.of("a", "c", "d", "e", "b")), new Order(FIVE));

        assertThat(one.means()).isEqualTo("1 of 5 stands in its place.");
        assertThat(one.partly(2)).isEmpty();
        assertThat(one.partly(5)).isPresent();
    }

    @Test
    void saysWhereNoneDoes() {
        assertThat(parts(new Order(List.of("b", "c", "d", "e", "a")), new Order(FIVE))
                        .means())
                .isEqualTo("None of them stands in its place.");
    }

    @Test
    void saysThatSomethingIsMissing() {
        Parts one = parts(new Choices(List.of("a")), new Choices(FIVE));

        assertThat(one.means()).isEqualTo("Right so far, but something is missing.");
        assertThat(one.partly(2)).isEmpty();
    }

    @Test
    void saysNothingGoodOfChoicesThatAreAllWrong() {
        assertThat(parts(new Choices(List.of("x")), new Choices(FIVE)).means())
                .isEqualTo("None of those that you chose applies.");
    }

    @Test
    void saysThatSomeApplyWhereNoneWasChosen() {
        assertThat(parts(new Choices(List.of()), new Choices(FIVE)).means()).isEqualTo("At least one of them applies.");
    }

    @Test
    void takesBackForAWrongChoiceWhatARightOneGave() {
        Parts both = parts(new Choices(List.of("a", "x")), new Choices(FIVE));

        assertThat(both.means()).startsWith("Something is missing, and something");
        assertThat(both.partly(5)).isEmpty();
    }

    @Test
    void knowsNoPartsOfANumber() {
        assertThat(Parts.of(new Answer.Count(1), new Answer.Count(2))).isEmpty();
    }
}
