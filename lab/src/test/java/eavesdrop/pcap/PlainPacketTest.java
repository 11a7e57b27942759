package eavesdrop.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The short way of the decoder comes to the same as the long one, whatever the bytes are.
class PlainPacketTest {
    private static final int PACKETS = 300_000;
    private static final int IP_HEADER_BEGINS = 12;
    private static final int IP_HEADER_ENDS = 36;

    private final Random random = new Random(20);
    private final Packet packet = new Packet();

    @Test
    void theShortWayComesToTheSameAsTheLongOne() {
        int plain = 0;
        for (int i = 0; i < PACKETS; i++) {
            move(spoiled(frame()));
            plain += PlainPacket.is(packet) ? 1 : 0;
            assertThat(seen(new PacketDecoder().decode(packet)))
                    .as("packet %d", i)
                    .isEqualTo(seen(new PacketDecoder().decodeStepByStep(packet)));
        }
        assertThat(plain).isBetween(PACKETS / 5, PACKETS - PACKETS / 5);
    }

    private byte[] frame() {
        byte[] text = "x".repeat(random.nextInt(20)).getBytes(StandardCharsets.US_ASCII);
        Endpoint from = new Endpoint(InetAddress.getLoopbackAddress(), random.nextInt(1 << 16));
        Endpoint to = new Endpoint(InetAddress.getLoopbackAddress(), random.nextInt(1 << 16));
        return new TcpFrame(from, to, random.nextInt(), random.nextInt(), TcpFrame.ACK, text).ethernet();
    }

    /// Half of the frames get one wrong byte in the fields that decide which way they go.
    private byte[] spoiled(byte[] frame) {
        if (random.nextBoolean()) {
            int place = IP_HEADER_BEGINS + random.nextInt(IP_HEADER_ENDS - IP_HEADER_BEGINS);
            frame[place] = (byte) (random.nextBoolean() ? random.nextInt(256) : frame[place] ^ 1 << random.nextInt(8));
        }
        return frame;
    }

    /// Somewhere in an array, snapped now and then, and with lengths that may lie.
    private void move(byte[] frame) {
        int start = random.nextInt(4);
        byte[] window = new byte[start + frame.length + 8];
        System.arraycopy(frame, 0, window, start, frame.length);
        int captured = random.nextInt(4) == 0 ? random.nextInt(frame.length + 8) : frame.length;
        long original = random.nextInt(4) == 0 ? random.nextLong(1L << 32) : frame.length;
        LinkType type = random.nextInt(10) == 0 ? LinkType.LINUX_SLL : LinkType.ETHERNET;
        packet.moveTo(window, start, captured, original, type, 1, 0);
    }

    private static String seen(Decoded decoded) {
        return decoded instanceof Datagram datagram ? fields(datagram) : decoded.toString();
    }

    private static String fields(Datagram datagram) {
        return "%b %x:%x > %x:%x protocol %d, %d of %d bytes from %d, frame offset %d, quoted %b, fragment %b"
                .formatted(
                        datagram.ipv6(),
                        datagram.sourceHigh(),
                        datagram.sourceLow(),
                        datagram.destinationHigh(),
                        datagram.destinationLow(),
                        datagram.protocol(),
                        datagram.capturedLength(),
                        datagram.length(),
                        datagram.start(),
                        datagram.frameOffset(),
                        datagram.quoted(),
                        datagram.fragment());
    }
}
