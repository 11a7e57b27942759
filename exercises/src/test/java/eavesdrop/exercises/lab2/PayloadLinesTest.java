package eavesdrop.exercises.lab2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("2.1")
class PayloadLinesTest {
    @Test
    @Order(1)
    void findsTheOneLine() {
        assertThat(PayloadLines.of(bytes("SAY hello\n")))
                .as("one line; its LF only ends it and is no part of it")
                .containsExactly("SAY hello");
    }

    @Test
    void findsEveryLineOfAPayloadThatHoldsSeveral() {
        assertThat(PayloadLines.of(bytes("SAY one\nSAY two\n")))
                .as("every line of a payload: go on behind each LF, to the end")
                .containsExactly("SAY one", "SAY two");
    }

    @Test
    void findsALineFeedAtTheVeryBeginning() {
        assertThat(PayloadLines.of(bytes("\nSAY two\n")))
                .as("an empty line, and the one behind it: TCP may cut just before an LF")
                .containsExactly("", "SAY two");
    }

    @Test
    void takesTheLineFeedAwayAndNothingElse() {
        assertThat(PayloadLines.of(bytes("SAY  wait  \n")))
                .as("what somebody typed, every space too: only the LF is taken away")
                .containsExactly("SAY  wait  ");
    }

    @Test
    void leavesOutALineThatIsNotWholeYet() {
        assertThat(PayloadLines.of(bytes("SAY whole\nSAY only the begi")))
                .as("only the whole line; what stands after the last LF is still to come")
                .containsExactly("SAY whole");
    }

    @Test
    void readsTextThatIsNotEnglish() {
        // In UTF-16, 上 is 4E 0A: who looks for LF after decoding, byte by byte, cuts there.
        assertThat(PayloadLines.of(bytes("SAY niña 上海 🔑\n")))
                .as("text in UTF-8: a letter may have up to four bytes, and only the byte 0x0A ends a line")
                .containsExactly("SAY niña 上海 🔑");
    }

    @Test
    void findsNothingInASegmentWithoutPayload() {
        assertThat(PayloadLines.of(new byte[0])).as("no bytes, no line").isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
