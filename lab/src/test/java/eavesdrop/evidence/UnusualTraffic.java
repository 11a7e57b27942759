package eavesdrop.evidence;

import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import eavesdrop.pcap.TcpFrame;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// Makes a capture in which IP itself is unusual: fragments in every order, repeated, overlapping, contradicting each
/// other, with a wrong end; extension headers; lengths that network cards leave to others; addresses that stand for
/// others. Each case is a stream of its own: a greeting, the unusual packets, a farewell.
final class UnusualTraffic {
    private static final String TEXT = "SAY " + "abcdefghijklmnopqrstuvwxyz".repeat(4);
    private static final int TAGGED = 0x8100;

    private final List<String> cases = new ArrayList<>();
    private final CaptureWriter capture;

    private UnusualTraffic(CaptureWriter capture) {
        this.capture = capture;
    }

    /// Writes the capture.
    ///
    /// @return what the case of each stream is, in the order of the streams
    static List<String> write(Path file) throws IOException {
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "unusual")) {
            UnusualTraffic traffic = new UnusualTraffic(capture);
            traffic.fragments();
            traffic.endings();
            traffic.tags();
            traffic.extensions();
            traffic.lengths();
            traffic.addresses();
            traffic.snapped();
            return traffic.cases;
        }
    }

    /// A piece of a datagram: bytes from `from` to `to` of it, or lies in their place.
    private record Piece(int from, int to, boolean lie, boolean last) {}

    private static Piece piece(int from, int to) {
        return new Piece(from, to, false, to == 128);
    }

    private static Piece lie(int from, int to) {
        return new Piece(from, to, true, to == 128);
    }

    private void fragments() throws IOException {
        everyOrder("three fragments", piece(0, 40), piece(40, 80), piece(80, 128));
        everyOrder("overlap", piece(0, 48), piece(40, 88), piece(80, 128));
        everyOrder("contradicting overlap", piece(0, 48), lie(40, 88), piece(80, 128));
        everyOrder("one within another", piece(0, 80), lie(24, 40), piece(80, 128));
        everyOrder("the same beginning", piece(0, 80), piece(0, 40), piece(80, 128));
        everyOrder("two for one place", piece(0, 40), piece(40, 80), lie(40, 80), piece(80, 128));
        Piece[] small =
                IntStream.range(0, 16).mapToObj(i -> piece(8 * i, 8 * i + 8)).toArray(Piece[]::new);
        fragments("fragments of eight bytes", small);
        fragments(
                "each twice", piece(0, 40), piece(0, 40), piece(40, 80), piece(40, 80), piece(80, 128), piece(80, 128));
        fragments("one is missing", piece(0, 40), piece(80, 128));
        fragments("the last is missing", piece(0, 40), piece(40, 80));
    }

    private void endings() throws IOException {
        fragments("two ends, the nearer first", new Piece(40, 64, false, true), piece(40, 128), piece(0, 40));
        fragments("two ends, the farther first", piece(40, 128), new Piece(40, 64, false, true), piece(0, 40));
        fragments("beyond the end", new Piece(40, 64, false, true), new Piece(64, 104, false, false), piece(0, 40));
        fragments(
                "far behind the end", new Piece(112, 120, false, false), new Piece(40, 64, false, true), piece(0, 40));
        fragments("an empty last one", new Piece(0, 128, false, false), new Piece(128, 128, false, true));
        fragments("more to come that never does", new Piece(0, 128, false, false));
    }

    private void everyOrder(String name, Piece... pieces) throws IOException {
        for (int[] order : orders(pieces.length)) {
            fragments(
                    name + " " + Arrays.toString(order),
                    Arrays.stream(order).mapToObj(i -> pieces[i]).toArray(Piece[]::new));
        }
    }

    private static List<int[]> orders(int length) {
        List<int[]> orders = List.of(new int[0]);
        for (int size = 0; size < length; size++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] order : orders) {
                for (int place = 0; place <= size; place++) {
                    int[] next = new int[size + 1];
                    System.arraycopy(order, 0, next, 0, place);
                    next[place] = size;
                    System.arraycopy(order, place, next, place + 1, size - place);
                    longer.add(next);
                }
            }
            orders = longer;
        }
        return orders;
    }

    /// The same pieces as fragments of IPv4 and of IPv6.
    private void fragments(String name, Piece... pieces) throws IOException {
        Talk four = new Talk(name, false);
        Talk six = new Talk(name + ", IPv6", true);
        for (Piece piece : pieces) {
            four.send(four.packets.ipv4(fragmentField(piece), four.cut(piece)));
            six.send(six.packets.ipv6(44, RawPackets.join(fragmentHeader(RawPackets.TCP, piece), six.cut(piece))));
        }
        four.end();
        six.end();
    }

    private static int fragmentField(Piece piece) {
        return piece.from / 8 | (piece.last ? 0 : 0x2000);
    }

    private static byte[] fragmentHeader(int next, Piece piece) {
        return ByteBuffer.allocate(8)
                .put((byte) next)
                .put((byte) 0)
                .putShort((short) (piece.from | (piece.last ? 0 : 1)))
                .putInt(7)
                .array();
    }

    private void tags() throws IOException {
        Talk two = new Talk("fragments in two VLANs", false);
        Talk one = new Talk("fragments in one VLAN", false);
        for (Piece piece : List.of(piece(0, 40), piece(40, 128))) {
            two.sendTagged(piece.last ? 5 : 6, two.packets.ipv4(fragmentField(piece), two.cut(piece)));
            one.sendTagged(5, one.packets.ipv4(fragmentField(piece), one.cut(piece)));
        }
        two.end();
        one.end();
    }

    private void extensions() throws IOException {
        String options = "00" + "010400000000";
        extension("hop-by-hop options", 0, "06" + options);
        extension("destination options", 60, "06" + options);
        extension("an atomic fragment", 44, "06" + "00" + "0000" + "00000007");
        extension("an authentication header", 51, "06" + "04" + "0000" + "0000000100000001" + "00".repeat(12));
        extension("three extensions", 0, "3c" + options + "2b" + options + "06020000" + "00000000" + ADDRESS);
        extension("a route that was gone", 43, "06020000" + "00000000" + ADDRESS);
        extension("a route with a stop to go", 43, "06020001" + "00000000" + ADDRESS);
        extension("a segment route with a stop to go", 43, "06040401" + "01000000" + ADDRESS + "fd".repeat(16));
        Talk four = new Talk("an authentication header behind IPv4", false);
        byte[] header = HexFormat.of().parseHex("06" + "04" + "0000" + "0000000100000001" + "00".repeat(12));
        four.send(four.packets.ipv4(51, 0x4000, 20 + 24 + 128, RawPackets.join(header, four.cut(piece(0, 128)))));
        four.end();
    }

    private static final String ADDRESS = "fd000000000000000000000000000009";

    private void extension(String name, int type, String header) throws IOException {
        Talk talk = new Talk(name, true);
        talk.send(talk.packets.ipv6(type, RawPackets.join(HexFormat.of().parseHex(header), talk.cut(piece(0, 128)))));
        talk.end();
    }

    private void lengths() throws IOException {
        length("a total length of 0", 0);
        length("a total length that is too long", 200);
        length("a total length that is too short", 100);
        length("a total length that ends in the TCP header", 30);
        length("a total length that ends in the IP header", 10);
    }

    private void length(String name, int total) throws IOException {
        Talk talk = new Talk(name, false);
        talk.send(talk.packets.ipv4(RawPackets.TCP, 0x4000, total, talk.cut(piece(0, 128))));
        talk.end();
    }

    private void addresses() throws IOException {
        for (String prefix :
                List.of("00000000000000000000ffff", "000000000000000000000000", "20010db80000000000000000")) {
            Talk talk = new Talk(
                    "addresses that begin with " + prefix, HexFormat.of().parseHex(prefix));
            talk.send(talk.packets.ipv6(RawPackets.TCP, talk.cut(piece(0, 128))));
            talk.end();
        }
    }

    /// Segments of which the last bytes were not captured, and copies of them that are whole.
    private void snapped() throws IOException {
        Talk alone = new Talk("a snapped segment", false);
        alone.snap(alone.packet());
        alone.end();
        Talk before = new Talk("a snapped segment, then a whole copy", false);
        before.snap(before.packet());
        before.send(before.packet());
        before.end();
        Talk late = new Talk("behind a hole, a snapped segment and a whole copy", false);
        late.end();
        late.snap(late.packet());
        Talk waiting = new Talk("before the hole is filled, a snapped segment and a whole copy", false);
        TcpFrame behind = waiting.frame(1006 + TEXT.length(), "SAY behind it\n");
        waiting.snap(Arrays.copyOfRange(behind.ethernet(), 14, behind.ethernet().length));
        waiting.send(behind);
        waiting.send(waiting.packet());
    }

    /// One case: a client and a server of its own.
    private final class Talk {
        final Endpoint client;
        final Endpoint server;
        final RawPackets packets;
        final byte[] segment;

        Talk(String name, boolean ipv6) throws IOException {
            this(name, HexFormat.of().parseHex(ipv6 ? "fd0000000000000000000000" : ""));
        }

        Talk(String name, byte[] prefix) throws IOException {
            client = new Endpoint(address(prefix, cases.size() + 10), 40_000);
            server = new Endpoint(address(prefix, 1), 12_345);
            packets = new RawPackets(client, server);
            segment = payload(new TcpFrame(client, server, 1006, 5001, TcpFrame.ACK, bytes(TEXT)));
            cases.add(name);
            send(new TcpFrame(client, server, 1000, 0, TcpFrame.SYN, bytes("")));
            send(new TcpFrame(server, client, 5000, 1001, TcpFrame.SYN | TcpFrame.ACK, bytes("")));
            send(new TcpFrame(client, server, 1001, 5001, TcpFrame.ACK, bytes("WHO \n")));
        }

        void end() throws IOException {
            send(new TcpFrame(client, server, 1006 + TEXT.length(), 5001, TcpFrame.ACK, bytes("BYE\n")));
            send(new TcpFrame(server, client, 5001, 1006, TcpFrame.ACK, bytes("LEFT\n")));
        }

        byte[] cut(Piece piece) {
            byte[] bytes = Arrays.copyOfRange(segment, piece.from, piece.to);
            if (piece.lie) {
                Arrays.fill(bytes, (byte) 'X');
            }
            return bytes;
        }

        TcpFrame frame(int sequence, String text) {
            return new TcpFrame(client, server, sequence, 5001, TcpFrame.ACK, bytes(text));
        }

        /// The segment in one piece.
        byte[] packet() {
            return packets.ipv4(0x4000, segment);
        }

        /// Writes a packet without its last bytes.
        void snap(byte[] packet) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(14 + packet.length).position(12);
            byte[] whole = frame.putShort((short) 0x0800).put(packet).array();
            capture.write(Instant.EPOCH, Arrays.copyOf(whole, whole.length - 10), whole.length);
        }

        private void send(TcpFrame frame) throws IOException {
            capture.write(Instant.EPOCH, frame.ethernet());
        }

        void send(byte[] packet) throws IOException {
            int type = packet[0] >> 4 == 4 ? 0x0800 : 0x86DD;
            ByteBuffer frame = ByteBuffer.allocate(14 + packet.length);
            capture.write(
                    Instant.EPOCH,
                    frame.position(12).putShort((short) type).put(packet).array());
        }

        void sendTagged(int vlan, byte[] packet) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(18 + packet.length).position(12);
            frame.putShort((short) TAGGED)
                    .putShort((short) vlan)
                    .putShort((short) 0x0800)
                    .put(packet);
            capture.write(Instant.EPOCH, frame.array());
        }
    }

    private static InetAddress address(byte[] prefix, int number) throws IOException {
        byte[] address = ByteBuffer.allocate(prefix.length + 4)
                .put(prefix)
                .putInt(0x0A00_0000 + number)
                .array();
        return prefix.length == 0 ? InetAddress.getByAddress(address) : Inet6Address.getByAddress(null, address, -1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The TCP segment of a frame.
    private static byte[] payload(TcpFrame frame) {
        byte[] ethernet = frame.ethernet();
        return Arrays.copyOfRange(ethernet, ethernet.length - 20 - TEXT.length(), ethernet.length);
    }
}
