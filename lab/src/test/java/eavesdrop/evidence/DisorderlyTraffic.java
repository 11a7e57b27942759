package eavesdrop.evidence;

import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import eavesdrop.pcap.TcpFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/// Makes captures of many streams in which everything goes wrong that can: lost order, repeated and
/// contradicting segments, overlaps, keep-alives, sequence numbers that wrap, ports that are used again.
/// The same seed makes the same capture.
final class DisorderlyTraffic {
    private static final Instant START = Instant.parse("2026-11-22T16:03:50Z");

    private final Random random;
    private final CaptureWriter capture;
    private int frames;

    private DisorderlyTraffic(long seed, CaptureWriter capture) {
        this.random = new Random(seed);
        this.capture = capture;
    }

    static void write(Path file, long seed, int connections) throws IOException {
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "seed " + seed)) {
            DisorderlyTraffic traffic = new DisorderlyTraffic(seed, capture);
            for (int i = 0; i < connections; i++) {
                traffic.connection(i);
            }
        }
    }

    /// One side of a connection: where it is, and what it says.
    private final class Side {
        final Endpoint endpoint;
        int initial = initialSequence();
        int position;
        byte[] data = text();

        Side(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        int sequence(int offset) {
            return initial + 1 + offset;
        }
    }

    private int initialSequence() {
        return switch (random.nextInt(6)) {
            case 0 -> -1;
            case 1 -> -2 - random.nextInt(40);
            case 2 -> 0;
            default -> random.nextInt();
        };
    }

    private byte[] text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 300; i++) {
            text.append(i).append('.');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void connection(int number) throws IOException {
        InetAddress client = InetAddress.getByAddress(new byte[] {10, 1, (byte) (number >> 8), (byte) number});
        InetAddress server = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        Side[] sides = {new Side(new Endpoint(client, 1024 + number)), new Side(new Endpoint(server, 12345))};
        if (random.nextInt(3) > 0) {
            handshake(sides);
        }
        int events = 3 + random.nextInt(15);
        for (int i = 0; i < events; i++) {
            event(sides, random.nextInt(2));
        }
    }

    private void handshake(Side[] sides) throws IOException {
        send(sides[0], sides[1], sides[0].initial, 0, TcpFrame.SYN, new byte[0]);
        if (random.nextInt(8) > 0) {
            send(sides[1], sides[0], sides[1].initial, sides[0].initial + 1, TcpFrame.SYN | TcpFrame.ACK, new byte[0]);
        }
        if (random.nextInt(8) > 0) {
            send(sides[0], sides[1], sides[0].initial + 1, sides[1].initial + 1, TcpFrame.ACK, new byte[0]);
        }
    }

    private void event(Side[] sides, int from) throws IOException {
        Side me = sides[from];
        Side other = sides[1 - from];
        int acknowledgment = other.sequence(other.position);
        switch (random.nextInt(24)) {
            case 0 ->
                send(
                        me,
                        other,
                        me.sequence(me.position) - 1,
                        acknowledgment,
                        TcpFrame.ACK,
                        new byte[random.nextInt(2)]);
            case 1 -> send(me, other, me.sequence(me.position), acknowledgment, TcpFrame.ACK, new byte[0]);
            case 2 ->
                send(me, other, me.sequence(me.position), acknowledgment, TcpFrame.FIN | TcpFrame.ACK, new byte[0]);
            case 3 ->
                send(me, other, random.nextBoolean() ? 0 : me.sequence(me.position), 0, TcpFrame.RST, new byte[0]);
            case 4 -> reopen(sides, from);
            case 5 -> send(me, other, me.initial, 0, TcpFrame.SYN, slice(me, 0, random.nextInt(2) * 5));
            case 6 -> send(me, other, me.initial, other.initial + 1, TcpFrame.SYN | TcpFrame.ACK, new byte[0]);
            case 7 -> contradict(me, other);
            default -> data(me, other);
        }
    }

    private void reopen(Side[] sides, int from) throws IOException {
        sides[from].initial = random.nextBoolean() ? initialSequence() : sides[from].initial + random.nextInt(1000);
        sides[from].position = 0;
        int bits = random.nextInt(4) == 0 ? TcpFrame.SYN | TcpFrame.ACK : TcpFrame.SYN;
        send(sides[from], sides[1 - from], sides[from].initial, 0, bits, new byte[0]);
        if (random.nextBoolean()) {
            sides[1 - from].initial = initialSequence();
            sides[1 - from].position = 0;
            handshake(new Side[] {sides[from], sides[1 - from]});
        }
    }

    private void contradict(Side me, Side other) throws IOException {
        int start = Math.max(0, me.position - random.nextInt(30));
        byte[] lie = slice(me, start, 1 + random.nextInt(40));
        for (int i = 0; i < lie.length; i++) {
            lie[i] = (byte) ('A' + random.nextInt(26));
        }
        send(me, other, me.sequence(start), other.sequence(other.position), TcpFrame.ACK, lie);
        if (random.nextBoolean()) {
            me.position = Math.max(me.position, start + lie.length);
        }
    }

    /// A segment somewhere around where the side is; it may leave a hole, or repeat.
    private void data(Side me, Side other) throws IOException {
        int shift = random.nextInt(3) == 0 ? random.nextInt(60) - 30 : 0;
        int start = Math.clamp(me.position + shift, 0, me.data.length - 1);
        byte[] payload = slice(me, start, 1 + random.nextInt(30));
        int acknowledgment = other.sequence(random.nextInt(10) == 0 ? random.nextInt(100) : other.position);
        send(me, other, me.sequence(start), acknowledgment, TcpFrame.PSH | TcpFrame.ACK, payload);
        if (random.nextInt(8) > 0) {
            me.position = Math.max(me.position, start + payload.length);
        }
    }

    private static byte[] slice(Side side, int start, int length) {
        int from = Math.min(start, side.data.length);
        return java.util.Arrays.copyOfRange(side.data, from, Math.min(side.data.length, from + length));
    }

    private void send(Side from, Side to, int sequence, int acknowledgment, int bits, byte[] payload)
            throws IOException {
        TcpFrame frame = new TcpFrame(from.endpoint, to.endpoint, sequence, acknowledgment, bits, payload);
        capture.write(START.plusMillis(frames++), frame.ethernet());
    }
}
