package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    /// On 25 October 2026 the hour from two to three comes twice in Berlin, on 29 March it does not come.
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T23:59, 2026-12-01T22:59:00Z",
        "2026-07-01T23:59, 2026-07-01T21:59:00Z",
        "2026-10-25T02:30, 2026-10-25T01:30:00Z",
        "2026-03-29T02:30, 2026-03-29T01:30:00Z",
        "2026-12-01T23:59Z, 2026-12-01T23:59:00Z",
        "2026-12-01T23:59-05:00, 2026-12-02T04:59:00Z"
    })
    void isReadInTheTimeOfTheMachineUnlessItSaysAnother(String text, String utc) {
        assertThat(GradeCommand.instant(text, ZoneId.of("Europe/Berlin"))).hasToString(utc);
    }
}
