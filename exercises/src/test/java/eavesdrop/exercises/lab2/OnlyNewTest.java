package eavesdrop.exercises.lab2;

import static eavesdrop.exercises.lab2.Wire.ALICE;
import static eavesdrop.exercises.lab2.Wire.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/// Segments of one direction, some of them sent twice. The tests bring an inner reader of their own.
@Tag("2.5")
@Timeout(20)
class OnlyNewTest {
    private final StringBuilder passed = new StringBuilder();
    private final OnlyNew onlyNew = new OnlyNew(segment -> {
        passed.append(Wire.text(segment));
        return List.of("line of " + Wire.text(segment));
    });

    @SuppressWarnings("NullAway.Init")
    private TestReporter tell;

    @BeforeEach
    void listen(TestReporter reporter) {
        tell = reporter;
    }

    private List<String> add(int sequence, String payload) {
        tell.publishEntry("A segment with the sequence number " + Integer.toUnsignedString(sequence) + ": " + payload);
        return onlyNew.add(Wire.segment(ALICE, SERVER, sequence, payload));
    }

    @Test
    @Order(1)
    void letsASegmentThroughOnce() {
        assertThat(add(1000, "SAY pay 5"))
                .as("the lines that the inner reader finds")
                .containsExactly("line of SAY pay 5");
        assertThat(add(1000, "SAY pay 5"))
                .as("the lines of the retransmission: nothing is new in it")
                .isEmpty();
        assertThat(passed)
                .as("what your sniffer lets through; the retransmission is the same bytes")
                .hasToString("SAY pay 5");
    }

    @Test
    void sayingTheSameTwiceIsNoRetransmission() {
        add(1000, "ok");
        add(1002, "ok");
        assertThat(passed)
                .as("two segments with the same text, but other sequence numbers: somebody said it twice")
                .hasToString("okok");
    }

    @Test
    void beginsWithWhateverNumberComesFirst() {
        assertThat(add(0xF000_0000, "SAY hi"))
                .as("the lines of the first segment: a direction begins with any number, not with 0 (RFC 9293,"
                        + " section 3.4.1), and nothing came before it")
                .containsExactly("line of SAY hi");
    }

    @Test
    void takesTheNewBytesOfASegmentThatOverlaps() {
        add(1000, "abcd");
        add(1002, "cdef");
        assertThat(passed)
                .as("bytes 1000 to 1005: the second segment repeats two bytes and brings two new ones")
                .hasToString("abcdef");
    }

    @Test
    void knowsAnOldSegmentAfterLaterOnes() {
        add(1000, "ab");
        add(1002, "cd");
        add(1004, "ef");
        add(1000, "ab");
        assertThat(passed)
                .as("the first segment came again at the end: compare with all that came before, not with the last one")
                .hasToString("abcdef");
        add(1004, "ef");
        assertThat(passed)
                .as("the third segment came again after the first one: an old segment may not set back the number that"
                        + " you expect next")
                .hasToString("abcdef");
        add(1006, "gh");
        assertThat(passed).as("and what comes after it").hasToString("abcdefgh");
    }

    @Test
    void countsModulo32Bits() {
        add(0xFFFF_FFFE, "ab");
        add(0, "cd");
        add(0xFFFF_FFFE, "abcd");
        add(2, "ef");
        assertThat(passed)
                .as("sequence numbers go from 4294967295 on to 0: compare them by their distance, not with < or >")
                .hasToString("abcdef");
    }

    @Test
    void takesZeroForANumber() {
        add(0xFFFF_FFFE, "ab");
        add(0xFFFF_FFFE, "ab");
        assertThat(passed)
                .as("0 is the next number now; it is a number as every other, and does not mean that nothing came yet")
                .hasToString("ab");
    }

    @Test
    void goesOnAfterBytesThatTheCaptureLacks() {
        add(1000, "ab");
        add(5000, "xy");
        add(5000, "xy");
        add(5002, "z");
        assertThat(passed)
                .as("bytes were lost between 1002 and 5000: do not wait for them, and expect 5002 after them")
                .hasToString("abxyz");
    }
}
