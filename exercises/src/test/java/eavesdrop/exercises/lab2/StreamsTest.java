package eavesdrop.exercises.lab2;

import static eavesdrop.exercises.lab2.Wire.ALICE;
import static eavesdrop.exercises.lab2.Wire.BOB;
import static eavesdrop.exercises.lab2.Wire.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/// Segments of several people, mixed as a capture holds them. The tests bring a reader of half lines of their own.
@Tag("2.4")
@Timeout(20)
class StreamsTest {
    /// Puts half lines together, in ASCII.
    private static final class Joining implements LineReader {
        private String half = "";

        @Override
        public List<String> add(Segment segment) {
            List<String> parts = new ArrayList<>(List.of((half + Wire.text(segment)).split("\n", -1)));
            half = parts.removeLast();
            return parts;
        }
    }

    private final Streams streams = new Streams(Joining::new);

    @SuppressWarnings("NullAway.Init")
    private TestReporter tell;

    @BeforeEach
    void listen(TestReporter reporter) {
        tell = reporter;
    }

    private List<Heard> add(Endpoint from, Endpoint to, String payload) {
        tell.publishEntry(from + " sends '" + payload.strip() + "' to " + to + ".");
        return streams.add(Wire.segment(from, to, 1, payload));
    }

    @Test
    @Order(1)
    void keepsTwoClientsApart() {
        add(ALICE, SERVER, "TELL bob the pass");
        add(BOB, SERVER, "SAY it ra");
        assertThat(add(ALICE, SERVER, "word is tea\n"))
                .as("alice's line: her half line goes on in her own next segment, not in bob's")
                .containsExactly(new Heard(ALICE, SERVER, "TELL bob the password is tea"));
        assertThat(add(BOB, SERVER, "ins\n")).as("bob's line").containsExactly(new Heard(BOB, SERVER, "SAY it rains"));
    }

    @Test
    void keepsTheTwoDirectionsOfAConnectionApart() {
        add(ALICE, SERVER, "SAY hel");
        assertThat(add(SERVER, ALICE, "SAID bob hi\n"))
                .as("the server's line: it is no rest of what alice said, she speaks in the other direction")
                .containsExactly(new Heard(SERVER, ALICE, "SAID bob hi"));
        assertThat(add(ALICE, SERVER, "lo\n"))
                .as("alice's line")
                .containsExactly(new Heard(ALICE, SERVER, "SAY hello"));
    }

    @Test
    void keepsWhatTheServerSendsToTwoClientsApart() {
        add(SERVER, ALICE, "SAID bob good mor");
        assertThat(add(SERVER, BOB, "SAID alice hi\n"))
                .as("the line for bob: both have the same sender, but not the same receiver")
                .containsExactly(new Heard(SERVER, BOB, "SAID alice hi"));
        assertThat(add(SERVER, ALICE, "ning\n"))
                .as("the line for alice")
                .containsExactly(new Heard(SERVER, ALICE, "SAID bob good morning"));
    }

    @Test
    void keepsTwoComputersWithTheSamePortApart() {
        Endpoint carol = Wire.end(5, ALICE.port());
        add(ALICE, SERVER, "SAY I am al");
        assertThat(add(carol, SERVER, "SAY hi\n"))
                .as("carol's line: her port is alice's by chance, her address is not")
                .containsExactly(new Heard(carol, SERVER, "SAY hi"));
        assertThat(add(ALICE, SERVER, "ice\n"))
                .as("alice's line")
                .containsExactly(new Heard(ALICE, SERVER, "SAY I am alice"));
    }

    @Test
    void takesTheReadersThatItWasGiven() {
        add(ALICE, SERVER, "SAY hel");
        tell.publishEntry("Another Streams is made, with another kind of reader: new Streams(() -> …)");
        Streams others = new Streams(() -> segment -> List.of("read by the reader that was given"));
        assertThat(others.add(Wire.segment(ALICE, SERVER, 1, "lo\n")))
                .as(
                        "what the given reader finds: make readers with readers.get(), and keep them in this Streams, not in"
                                + " a static field. With others the sniffer never gets to OnlyNew (2.5)")
                .containsExactly(new Heard(ALICE, SERVER, "read by the reader that was given"));
    }

    @Test
    void keepsTwoConnectionsOfOneComputerApart() {
        Endpoint second = new Endpoint(ALICE.address(), 40_999);
        add(ALICE, SERVER, "SAY one wi");
        assertThat(add(second, SERVER, "SAY two\n"))
                .as("the line of the second connection: the address is the same, the port is not")
                .containsExactly(new Heard(second, SERVER, "SAY two"));
        assertThat(add(ALICE, SERVER, "ndow\n"))
                .as("the line of the first connection")
                .containsExactly(new Heard(ALICE, SERVER, "SAY one window"));

        add(SERVER, ALICE, "SAID bob to the fir");
        assertThat(add(SERVER, second, "SAID bob to the second\n"))
                .as("the server's line for the second connection: the receivers differ in the port alone")
                .containsExactly(new Heard(SERVER, second, "SAID bob to the second"));
    }
}
