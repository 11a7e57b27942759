package eavesdrop.exercises.lab2;

import static eavesdrop.exercises.lab2.Wire.ALICE;
import static eavesdrop.exercises.lab2.Wire.BOB;
import static eavesdrop.exercises.lab2.Wire.PORT;
import static eavesdrop.exercises.lab2.Wire.SERVER;
import static eavesdrop.exercises.lab2.Wire.says;
import static eavesdrop.exercises.lab2.Wire.serverSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.TcpFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pcap4j.core.PcapNativeException;

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
        return sniffed(Wire.capture(folder, scene), PORT);
    }

    private List<Segment> sniffed(Path file, int port) throws Exception {
        List<Segment> segments = new ArrayList<>();
        tell.publishEntry("Your Sniffer.sniff reads the capture, port " + port + ".");
        try {
            Sniffer.sniff(file, port, segments::add);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError missing) {
            Assumptions.abort("Not judged: pcap4j needs libpcap, and this machine has none. Windows: install Npcap"
                    + " (Wireshark brings it). Debian, Ubuntu: sudo apt install libpcap0.8.");
        }
        return segments;
    }

    @Test
    @Order(1)
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
    void listensToThePortThatItIsGiven() throws Exception {
        tell.publishEntry("A capture of a server on port 4000.");
        Path file = Wire.capture(folder, wire -> says(wire.connection(ALICE, Wire.end(2, 4000)), "SAY hello\n"));
        assertThat(sniffed(file, 4000))
                .as("the segments of port 4000: not every server has port %d", PORT)
                .extracting(Wire::text)
                .containsExactly("SAY hello\n");
    }

    @Test
    void beginsWithTheFirstPacket() throws Exception {
        tell.publishEntry("A capture that was started in the middle of the chat: its first packet carries a line.");
        List<Segment> segments = sniffed(wire ->
                wire.frame(new TcpFrame(ALICE, SERVER, 7_777, 1, TcpFrame.ACK | TcpFrame.PSH, Wire.bytes("SAY hello\n"))
                        .ethernet()));
        assertThat(segments)
                .as("the line in the first packet: do not leave the first one out, and wait for no handshake")
                .extracting(Wire::text)
                .containsExactly("SAY hello\n");
    }

    @Test
    void saysThatAFileIsNoCapture() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Bob, this is no capture.");
        tell.publishEntry("A file that is no capture.");
        try {
            assertThat(sniffed(file, PORT)).isEmpty();
        } catch (PcapNativeException said) {
            return;
        }
        fail(
                "Nobody hears that the file is no capture. Do not catch the PcapNativeException: SnifferMain tells the person"
                        + " about it");
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
