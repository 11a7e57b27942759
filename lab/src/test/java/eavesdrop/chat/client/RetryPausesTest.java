package eavesdrop.chat.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPausesTest {
    @Test
    void growsFromQuickToTwoSecondsAndStaysThere() {
        assertThat(IntStream.of(1, 2, 3, 4, 5, 6, 7, 1_000_000)
                        .mapToLong(attempt -> RetryPauses.USUAL.before(attempt).toMillis()))
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 2000L, 2000L, 2000L);
    }
}
