package eavesdrop.exercises.lab2;

import static eavesdrop.exercises.lab2.Wire.ALICE;
import static eavesdrop.exercises.lab2.Wire.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.TcpFrame;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;

/// Your sniffer takes the payload out of one packet. These tests need no libpcap.
@Tag("2.2")
@Timeout(20)
class SegmentOfPacketTest {
    private static final int ETHERNET = 14;
    private static final int PROTOCOL = 9;
    private static final byte UDP = 17;
    private static final int ETHERNET_AND_IP = 34;
    private static final int PLAIN_HEADERS = 54;
    private static final byte[] TIMESTAMPS = {1, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 2};

    private static Optional<Segment> segment(byte[] frame) throws IllegalRawDataException {
        return Sniffer.segment(EthernetPacket.newPacket(frame, 0, frame.length));
    }

    private static byte[] frame(int bits, String payload) {
        return new TcpFrame(ALICE, SERVER, 0xFFFF_FFF0, 1, bits, Wire.bytes(payload)).ethernet();
    }

    @Test
    @Order(1)
    void readsSenderReceiverSequenceNumberAndPayload(TestReporter tell) throws Exception {
        tell.publishEntry("A frame in which alice says a line.");
        assertThat(segment(frame(TcpFrame.ACK | TcpFrame.PSH, "SAY niña\n")))
                .as("a segment with payload")
                .hasValueSatisfying(segment -> {
                    assertThat(segment.from())
                            .as("the sender, with his port: a number from 0 to 65535 (valueAsInt)")
                            .isEqualTo(ALICE);
                    assertThat(segment.to()).as("the receiver").isEqualTo(SERVER);
                    assertThat(segment.sequence())
                            .as("the raw sequence number: that of the sender's bytes, not the acknowledgment")
                            .isEqualTo(0xFFFF_FFF0);
                    assertThat(Wire.text(segment)).as("the payload").isEqualTo("SAY niña\n");
                });
    }

    @Test
    void findsThePayloadBehindTcpOptions(TestReporter tell) throws Exception {
        tell.publishEntry("The same frame as containers send it: its TCP header has 12 bytes of options more.");
        byte[] plain = frame(TcpFrame.ACK | TcpFrame.PSH, "SAY hello\n");
        assertThat(segment(withOptions(plain)).map(Wire::text))
                .as("the payload begins where the TCP header ends; headers are not always 54 bytes long")
                .contains("SAY hello\n");
    }

    @Test
    void takesASegmentWithoutThePushBit(TestReporter tell) throws Exception {
        tell.publishEntry("A segment of a long line: more is to follow, so its PSH bit is not set.");
        assertThat(segment(frame(TcpFrame.ACK, "SAY the beginning of a lo")).map(Wire::text))
                .as("payload is payload, whatever the control bits are: PSH stands in the last segment of a long line")
                .contains("SAY the beginning of a lo");
    }

    @Test
    void findsThePayloadWhateverIsAroundIt(TestReporter tell) throws Exception {
        tell.publishEntry("An IPv4 packet alone, as captures of some tunnels hold it: no Ethernet around it.");
        byte[] frame = frame(TcpFrame.ACK | TcpFrame.PSH, "SAY hello\n");
        assertThat(Sniffer.segment(IpV4Packet.newPacket(frame, ETHERNET, frame.length - ETHERNET))
                        .map(Wire::text))
                .as("let pcap4j find the layers: not every capture is one of Ethernet")
                .contains("SAY hello\n");
    }

    @Test
    void findsNothingInAPacketThatIsNoTcp(TestReporter tell) throws Exception {
        tell.publishEntry("A datagram of UDP, as a name server sends it.");
        byte[] frame = frame(TcpFrame.ACK, "no words of the chat");
        frame[ETHERNET + PROTOCOL] = UDP;
        assertThat(segment(frame))
                .as("no segment: packet.get(TcpPacket.class) gives null when there is no TCP inside")
                .isEmpty();
    }

    @Test
    void doesNotTakeThePaddingOfAShortFrameForPayload(TestReporter tell) throws Exception {
        tell.publishEntry("An acknowledgment without payload. Ethernet fills such a short frame up to 60 bytes.");
        byte[] padded = Arrays.copyOf(frame(TcpFrame.ACK, ""), 60);
        assertThat(segment(padded))
                .as("no segment: the bytes at the end are Ethernet's padding, not payload")
                .isEmpty();
    }

    @Test
    void findsNothingInASyn(TestReporter tell) throws Exception {
        tell.publishEntry("The SYN that opens a connection.");
        assertThat(segment(frame(TcpFrame.SYN, "")))
                .as("a SYN carries no payload")
                .isEmpty();
    }

    /// Puts the options behind the TCP header and corrects the lengths; nobody looks at the checksums.
    private static byte[] withOptions(byte[] frame) {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(frame, 0, PLAIN_HEADERS);
        longer.writeBytes(TIMESTAMPS);
        longer.write(frame, PLAIN_HEADERS, frame.length - PLAIN_HEADERS);
        byte[] bytes = longer.toByteArray();
        bytes[17] += (byte) TIMESTAMPS.length;
        bytes[ETHERNET_AND_IP + 12] += (byte) (TIMESTAMPS.length / 4 << 4);
        return bytes;
    }
}
