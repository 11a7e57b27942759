package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearTextTest {
    private static final String SAID = "the word is amber-otter-42, bob";

    @ParameterizedTest
    @CsvSource({
        "amber-otter-42",
        "amber-oter-42", // one too few
        "amber-ottter-42", // one too many
        "amber-otter-43", // another one
        "ambre-otter-42", // two that changed places: two slips
        "'the word is amber-otter-4x2, bbob'",
        "the wxrd", // short: one slip, so it counts as one
        "'42, bobx'", // at the end
    })
    void isNearButForASlipOrTwo(String typed) {
        assertThat(NearText.isIn(typed, SAID)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "calm-fox-11",
        "amber-heron-42",
        "amberotter43", // three slips
        "'4x, x'", // too short for a second slip
        "bobb", // too short for any
        "'otter-42, bob and carol'",
    })
    void isNotNearOtherwise(String typed) {
        assertThat(NearText.isIn(typed, SAID)).isFalse();
    }
}
