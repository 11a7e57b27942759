package eavesdrop.exercises.lab2;

import static eavesdrop.exercises.lab2.Wire.ALICE;
import static eavesdrop.exercises.lab2.Wire.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
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
    @Order(1)
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
        for (String part : List.of("SAY a", "b", "c", "d\nSAY e ", "\n")) {
            lines.addAll(add(part));
        }
        assertThat(lines).as("the lines of five segments, every space too").containsExactly("SAY abcd", "SAY e ");
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
    void givesOutEveryLineThatASegmentEnds() {
        assertThat(add("SAY o")).as("no line yet").isEmpty();
        assertThat(add("ne\nSAY two\nSAY three\nSAY fo"))
                .as("all lines that are whole now: one segment may end several")
                .containsExactly("SAY one", "SAY two", "SAY three");
        assertThat(add("ur\n")).as("and the rest of the last one").containsExactly("SAY four");
    }

    @Test
    void keepsItsHalfLineToItself() {
        add("SAY I am al");
        HalfLines other = new HalfLines();
        tell.publishEntry("Another HalfLines, for another direction, gets a whole line.");
        assertThat(other.add(new Segment(SERVER, ALICE, 1, Wire.bytes("SAID bob hi\n"))))
                .as("the line of the other direction: each HalfLines keeps a half line of its own, so the field"
                        + " may not be static")
                .containsExactly("SAID bob hi");
        assertThat(add("ice\n")).as("alice's line").containsExactly("SAY I am alice");
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
        assertThat(lines)
                .as("lines in three segments that hold one of 4,096 bytes")
                .hasSize(1);
        assertThat(lines.getFirst().length())
                .as("letters of that line: it may have 4,096 bytes, more than one segment holds")
                .isEqualTo(text.length());
        assertThat(lines.getFirst().equals(text))
                .as("the line is what was said")
                .isTrue();
    }

    @Test
    void aSegmentWithoutPayloadChangesNothing() {
        add("SAY he");
        assertThat(add("")).as("an acknowledgment in between brings no line").isEmpty();
        assertThat(add("llo\n")).as("and the half line is still kept").containsExactly("SAY hello");
    }
}
