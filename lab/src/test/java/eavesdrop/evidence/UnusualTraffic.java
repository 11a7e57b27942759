package eavesdrop.evidence;

import static eavesdrop.evidence.Talk.lie;
import static eavesdrop.evidence.Talk.piece;

import eavesdrop.evidence.Talk.Piece;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import eavesdrop.pcap.TcpFrame;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// Makes a capture in which IP itself is unusual: fragments in every order, repeated, overlapping, contradicting each
/// other, with a wrong end; extension headers; lengths that network cards leave to others; addresses that stand for
/// others. Each case is a stream of its own: a greeting, the unusual packets, a farewell.
final class UnusualTraffic {
    private static final int TAG = 0x8100_0000;
    private static final int PROVIDER = 0x88A8_0000;
    private static final int OLD_PROVIDER = 0x9100_0000;
    private static final int IPV4 = 4;

    private final List<String> cases = new ArrayList<>();
    private final CaptureWriter capture;

    private UnusualTraffic(CaptureWriter capture) {
        this.capture = capture;
    }

    /// Writes the capture.
    ///
    /// @return what the case of each stream is, in the order of the streams; but the last cases quote
    ///     packets, which may open streams too
    static List<String> write(Path file) throws IOException {
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "unusual")) {
            UnusualTraffic traffic = new UnusualTraffic(capture);
            traffic.fragments();
            traffic.layers();
            traffic.endings();
            traffic.cutFragments();
            traffic.tags();
            traffic.extensions();
            traffic.lengths();
            traffic.addresses();
            traffic.snapped();
            new UnusualHeaders(traffic).all();
            new UnusualExtensions(traffic).all();
            return traffic.cases;
        }
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

    /// The next case, which has begun.
    Talk talk(String name, boolean ipv6) throws IOException {
        return talk(name, ipv6 ? "fd0000000000000000000000" : "");
    }

    /// @param prefix what stands before the last four bytes of the addresses
    private Talk talk(String name, String prefix) throws IOException {
        return talk(name, address(prefix, cases.size() + 10), address(prefix, 1));
    }

    private Talk talk(String name, InetAddress client, InetAddress server) throws IOException {
        return silent(name, client, server).begin();
    }

    /// The next case, in which nothing has been sent yet.
    Talk silent(String name) throws IOException {
        return silent(name, address("", cases.size() + 10), address("", 1));
    }

    private Talk silent(String name, InetAddress client, InetAddress server) {
        cases.add(name);
        return new Talk(capture, client, server);
    }

    private static InetAddress address(String prefix, int number) throws IOException {
        return address(prefix + HexFormat.of().toHexDigits(0x0A00_0000 + number));
    }

    private static InetAddress address(String digits) throws IOException {
        byte[] address = HexFormat.of().parseHex(digits);
        return address.length == 4 ? InetAddress.getByAddress(address) : Inet6Address.getByAddress(null, address, -1);
    }

    /// Fragments that end before the length in their IP header says, alone and beside whole ones.
    private void cutFragments() throws IOException {
        Talk four = talk("a last fragment that claims more than there is", false);
        four.send(four.ipv4(piece(0, 40)));
        four.send(four.packets.ipv4(RawPackets.TCP, piece(40, 128).field(), 20 + 88 + 8, four.cut(piece(40, 128))));
        four.end();
        Talk six = talk("the same of IPv6", true);
        six.send(six.ipv6(piece(0, 40)));
        six.send(claimingMore(six.ipv6(piece(40, 128))));
        six.end();
        Talk other = talk("a first fragment of IPv6 that is cut opens no stream", true);
        Endpoint unheard = new Endpoint(other.client.address(), 40_001);
        byte[] opening = new TcpFrame(unheard, other.server, 1, 0, TcpFrame.SYN, new byte[20]).ethernet();
        byte[] segment = Arrays.copyOfRange(opening, 54, 94);
        byte[] header = piece(0, 40).ipv6Header(RawPackets.TCP);
        other.snap(other.packets.ipv6(44, RawPackets.join(header, segment)));
        other.end();
    }

    private static byte[] claimingMore(byte[] ipv6) {
        int length = ipv6.length - 40;
        return ByteBuffer.wrap(ipv6).putShort(4, (short) (length + 8)).array();
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
        Talk four = talk(name, false);
        Talk six = talk(name + ", IPv6", true);
        for (Piece piece : pieces) {
            four.send(four.ipv4(piece));
            six.send(six.ipv6(piece));
        }
        four.end();
        six.end();
    }

    /// Fragments in frames with tags: which of them may belong together.
    private void tags() throws IOException {
        tags(talk("in one VLAN", false), new int[] {TAG | 5}, TAG | 5);
        tags(talk("in two VLANs", false), new int[] {TAG | 6}, TAG | 5);
        tags(talk("in two VLANs, IPv6", true), new int[] {TAG | 6}, TAG | 5);
        tags(talk("with and without a tag", false), new int[] {}, TAG | 5);
        tags(talk("the same outer tag", false), new int[] {TAG | 5, TAG | 6}, TAG | 5, TAG | 7);
        tags(talk("the same inner tag", false), new int[] {TAG | 5, TAG | 6}, TAG | 7, TAG | 6);
        tags(talk("an outer tag without a number", false), new int[] {TAG, TAG | 6}, TAG | 6);
        tags(talk("two tags of providers", false), new int[] {PROVIDER | 6}, PROVIDER | 5);
        tags(talk("two tags of providers, as they were", false), new int[] {OLD_PROVIDER | 6}, OLD_PROVIDER | 5);
        for (String source : List.of("08080808", "ac1f0001", "ac200001", "a9fe0001", "c0a80001", "64400001")) {
            tags(talk("two VLANs, from " + source, address(source), address("09090909")), new int[] {TAG | 6}, TAG | 5);
            tags(talk("two VLANs, to " + source, address("09090908"), address(source)), new int[] {TAG | 6}, TAG | 5);
        }
        tunnelledTags();
        mirrored("mirrored from one VLAN", 7, 7);
        mirrored("mirrored from two VLANs", 7, 8);
        mirrored("mirrored from a VLAN and from none", 7, 0);
    }

    private static void tags(Talk talk, int[] ofFirst, int... ofSecond) throws IOException {
        boolean ipv6 = talk.client.address() instanceof Inet6Address;
        talk.send(ipv6 ? talk.ipv6(piece(0, 40)) : talk.ipv4(piece(0, 40)), ofFirst);
        talk.send(ipv6 ? talk.ipv6(piece(40, 128)) : talk.ipv4(piece(40, 128)), ofSecond);
        talk.end();
    }

    /// Fragments in packets of which the first comes in fragments itself.
    private void tunnelledTags() throws IOException {
        Talk talk = talk("fragments of fragments in one VLAN", false);
        byte[] first = talk.ipv4(piece(0, 40));
        byte[] second = talk.ipv4(piece(40, 128));
        int whole = 20 + first.length;
        talk.send(talk.packets.ipv4(IPV4, 0x2000, 20 + 24, Arrays.copyOf(first, 24)), TAG | 5);
        talk.send(talk.packets.ipv4(IPV4, 3, whole - 24, Arrays.copyOfRange(first, 24, first.length)), TAG | 5);
        talk.send(talk.packets.ipv4(IPV4, 0, 20 + second.length, second), TAG | 5);
        talk.end();
    }

    /// Fragments that a switch mirrors with the VLAN from which they came (ERSPAN II).
    private void mirrored(String name, int vlanOfFirst, int vlanOfSecond) throws IOException {
        Talk talk = talk(name, false);
        mirror(talk, vlanOfFirst, talk.ipv4(piece(0, 40)));
        mirror(talk, vlanOfSecond, talk.ipv4(piece(40, 128)));
        talk.end();
    }

    private static void mirror(Talk talk, int vlan, byte[] packet) throws IOException {
        String header = "100088be" + "00000001" + "1%03x000100000000".formatted(vlan) + "00".repeat(12) + "0800";
        byte[] wrapped = RawPackets.join(HexFormat.of().parseHex(header), packet);
        talk.send(talk.packets.ipv4(47, 0x4000, 20 + wrapped.length, wrapped));
    }

    private void layers() throws IOException {
        Talk talk = talk("sixty packets in one another", false);
        byte[] packet = talk.packet();
        for (int i = 0; i < 60; i++) {
            packet = talk.packets.ipv4(IPV4, 0x4000, 20 + packet.length, packet);
        }
        talk.send(packet);
        talk.end();
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
        Talk four = talk("an authentication header behind IPv4", false);
        byte[] header = HexFormat.of().parseHex("06" + "04" + "0000" + "0000000100000001" + "00".repeat(12));
        four.send(four.packets.ipv4(51, 0x4000, 20 + 24 + 128, RawPackets.join(header, four.cut(piece(0, 128)))));
        four.end();
    }

    private static final String ADDRESS = "fd000000000000000000000000000009";

    private void extension(String name, int type, String header) throws IOException {
        Talk talk = talk(name, true);
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
        Talk talk = talk(name, false);
        talk.send(talk.packets.ipv4(RawPackets.TCP, 0x4000, total, talk.cut(piece(0, 128))));
        talk.end();
    }

    private void addresses() throws IOException {
        for (String prefix :
                List.of("00000000000000000000ffff", "000000000000000000000000", "20010db80000000000000000")) {
            Talk talk = talk("addresses that begin with " + prefix, prefix);
            talk.send(talk.packets.ipv6(RawPackets.TCP, talk.cut(piece(0, 128))));
            talk.end();
        }
    }

    /// Segments of which the last bytes were not captured, and copies of them that are whole.
    private void snapped() throws IOException {
        Talk alone = talk("a snapped segment", false);
        alone.snap(alone.packet());
        alone.end();
        Talk before = talk("a snapped segment, then a whole copy", false);
        before.snap(before.packet());
        before.send(before.packet());
        before.end();
        Talk late = talk("behind a hole, a snapped segment and a whole copy", false);
        late.end();
        late.snap(late.packet());
        Talk waiting = talk("before the hole is filled, a snapped segment and a whole copy", false);
        TcpFrame behind = waiting.frame(1006 + Talk.TEXT.length(), "SAY behind it\n");
        waiting.snap(Arrays.copyOfRange(behind.ethernet(), 14, behind.ethernet().length));
        waiting.send(behind);
        waiting.send(waiting.packet());
    }
}
