package eavesdrop.exercises.lab2;

import static eavesdrop.exercises.lab2.Wire.ALICE;
import static eavesdrop.exercises.lab2.Wire.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/// Lines whose bytes come in several segments of one direction.
@Tag("2.3")
@Timeout(20)
class HalfLinesTest {
    private final HalfLines halfLines = new HalfLines();

    @SuppressWarnings("NullAway.Init")
    private TestReporter tell;

    @BeforeEach
    void listen(TestReporter reporter) {
        tell = reporter;
    }

    private List<String> add(byte[] payload) {
        tell.publishEntry("Your HalfLines gets a segment of " + payload.length + " bytes.");
        return halfLines.add(new Segment(ALICE, SERVER, 1, payload));
    }

    private List<String> add(String payload) {
        return add(Wire.bytes(payload));
    }

    @Test
    void givesALineOutWhenItsRestHasCome() {
        assertThat(add("TELL bob the pass"))
                .as("no line yet: its LF is still to come")
                .isEmpty();
        assertThat(add("word is tea\n"))
                .as("one line, from both segments: keep what follows the last LF, and put the next payload behind it")
                .containsExactly("TELL bob the password is tea");
    }

    @Test
    void keepsAHalfLineOverSeveralSegments() {
        List<String> lines = new ArrayList<>();
        for (String part : List.of("SAY a", "b", "c", "d\nSAY e", "\n")) {
            lines.addAll(add(part));
        }
        assertThat(lines).as("the lines of five segments").containsExactly("SAY abcd", "SAY e");
    }

    @Test
    void givesALineOutOnce() {
        assertThat(add("SAY one\nSAY tw"))
                .as("the whole line of the first segment")
                .containsExactly("SAY one");
        assertThat(add("o\n"))
                .as("only the line that became whole; what was given out before is no longer kept")
                .containsExactly("SAY two");
    }

    @Test
    void aCutInsideACharacterDoesNoHarm() {
        byte[] line = Wire.bytes("SAY the key 🔑 and niña\n");
        for (int cut = 1; cut < line.length; cut++) {
            List<String> lines = new ArrayList<>(add(Arrays.copyOf(line, cut)));
            lines.addAll(add(Arrays.copyOfRange(line, cut, line.length)));
            assertThat(lines)
                    .as("cut after byte %d: put the bytes together first, and decode the whole line then", cut)
                    .containsExactly("SAY the key 🔑 and niña");
        }
    }

    @Test
    void readsALineAtTheLimitOfTheProtocol() {
        String text = "SAY " + "x".repeat(4091);
        List<String> lines = new ArrayList<>();
        for (String part : List.of(text.substring(0, 1460), text.substring(1460, 2920), text.substring(2920) + "\n")) {
            lines.addAll(add(part));
        }
        assertThat(lines).as("a line of 4,096 bytes in three segments").containsExactly(text);
    }

    @Test
    void aSegmentWithoutPayloadChangesNothing() {
        add("SAY he");
        assertThat(add("")).as("an acknowledgment in between brings no line").isEmpty();
        assertThat(add("llo\n")).as("and the half line is still kept").containsExactly("SAY hello");
    }
}
