package eavesdrop.exercises.lab2;

import static eavesdrop.exercises.lab2.Wire.ALICE;
import static eavesdrop.exercises.lab2.Wire.BOB;
import static eavesdrop.exercises.lab2.Wire.PORT;
import static eavesdrop.exercises.lab2.Wire.SERVER;
import static eavesdrop.exercises.lab2.Wire.says;
import static eavesdrop.exercises.lab2.Wire.serverSays;
import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.ConnectionWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Your sniffer reads capture files as Wireshark would.
@Tag("2.2")
@Timeout(20)
class SnifferTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestReporter tell;

    @BeforeEach
    void listen(TestReporter reporter) {
        tell = reporter;
    }

    private List<Segment> sniffed(Wire.Scene scene) throws Exception {
        Path file = Wire.capture(folder, scene);
        List<Segment> segments = new ArrayList<>();
        tell.publishEntry("Your Sniffer.sniff reads the capture, port " + PORT + ".");
        try {
            Sniffer.sniff(file, PORT, segments::add);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError missing) {
            Assumptions.abort("Not judged: pcap4j needs libpcap, and this machine has none. Windows: install Npcap"
                    + " (Wireshark brings it). Debian, Ubuntu: sudo apt install libpcap0.8.");
        }
        return segments;
    }

    @Test
    void findsWhatAClientSays() throws Exception {
        tell.publishEntry("A capture in which alice whispers one line, with the handshake around it.");
        List<Segment> segments = sniffed(wire -> says(wire.connection(ALICE, SERVER), "TELL bob hush\n"));
        assertThat(segments)
                .as("the segments with payload; handshake and acknowledgments carry none and are left out")
                .extracting(Wire::text)
                .containsExactly("TELL bob hush\n");
        assertThat(segments.getFirst().from()).as("who sent it: alice").isEqualTo(ALICE);
        assertThat(segments.getFirst().to()).as("for whom: the server").isEqualTo(SERVER);
        assertThat(segments.getFirst().sequence()).as("the raw sequence number").isEqualTo(7_001);
    }

    @Test
    void hearsBothDirections() throws Exception {
        tell.publishEntry("A capture in which alice says a line, and the server passes it on to bob.");
        List<Segment> segments = sniffed(wire -> {
            ConnectionWriter alice = wire.connection(ALICE, SERVER);
            ConnectionWriter bob = wire.connection(BOB, SERVER);
            says(alice, "SAY hello\n");
            serverSays(bob, "SAID alice hello\n");
        });
        assertThat(segments)
                .as("segments to the server and from it: a filter for one direction hears half of the chat")
                .extracting(Segment::from, Segment::to)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(ALICE, SERVER),
                        org.assertj.core.groups.Tuple.tuple(SERVER, BOB));
    }

    @Test
    void leavesOtherPortsOut() throws Exception {
        tell.publishEntry("A capture in which alice also reads a web page, on port 8080.");
        List<Segment> segments = sniffed(wire -> {
            ConnectionWriter web = wire.connection(Wire.end(3, 40_113), Wire.end(2, 8080));
            says(web, "GET / HTTP/1.1\n\n");
            says(wire.connection(ALICE, SERVER), "SAY hello\n");
        });
        assertThat(segments)
                .as("only what travels to or from port %d; the web page is none of the chat", PORT)
                .extracting(Wire::text)
                .doesNotContain("GET / HTTP/1.1\n\n");
    }

    @Test
    void goesOnToTheLastPacket() throws Exception {
        tell.publishEntry("A capture of 500 lines.");
        List<Segment> segments = sniffed(wire -> {
            ConnectionWriter alice = wire.connection(ALICE, SERVER);
            for (int number = 1; number <= 500; number++) {
                says(alice, "SAY " + number + "\n");
            }
        });
        assertThat(segments)
                .as("every segment to the end of the file, once, in its order: the last one is SAY 500")
                .extracting(Wire::text)
                .hasSize(500)
                .endsWith("SAY 499\n", "SAY 500\n");
    }
}
