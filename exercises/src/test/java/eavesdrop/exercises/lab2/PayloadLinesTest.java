package eavesdrop.exercises.lab2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("2.1")
class PayloadLinesTest {
    @Test
    void findsTheOneLine() {
        assertThat(PayloadLines.of(bytes("SAY hello\n"))).containsExactly("SAY hello");
    }

    @Test
    void findsEveryLineOfAPayloadThatHoldsSeveral() {
        assertThat(PayloadLines.of(bytes("SAY one\nSAY two\n"))).containsExactly("SAY one", "SAY two");
    }

    @Test
    void leavesOutALineThatIsNotWholeYet() {
        assertThat(PayloadLines.of(bytes("SAY whole\nSAY only the begi"))).containsExactly("SAY whole");
    }

    @Test
    void readsTextThatIsNotEnglish() {
        assertThat(PayloadLines.of(bytes("SAY niña 漢字 🔑\n"))).containsExactly("SAY niña 漢字 🔑");
    }

    @Test
    void findsNothingInASegmentWithoutPayload() {
        assertThat(PayloadLines.of(new byte[0])).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
