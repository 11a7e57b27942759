package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.TcpFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/// Makes small captures of one conversation behind any link layer, in any tunnel.
final class WrappedTraffic {
    /// A way to carry IPv4 packets.
    ///
    /// @param linkType the number in the file header
    /// @param wrap makes the frame of a packet
    record Carrier(String name, int linkType, UnaryOperator<byte[]> wrap) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final String MAC = "024200000001024200000002";
    static final String SNAP = "aaaa03000000";

    private WrappedTraffic() {}

    static List<Carrier> carriers() {
        List<Carrier> all = new ArrayList<>();
        String ether = MAC + "0800";
        link(all, "Ethernet", 1, ether);
        link(all, "802.1Q", 1, MAC + "8100" + "0064" + "0800");
        link(all, "QinQ", 1, MAC + "88a8" + "0064" + "8100" + "0065" + "0800");
        link(all, "802.1ah", 1, MAC + "88e7" + "00000001" + ether);
        link(all, "MPLS", 1, MAC + "8847" + "0001003f" + "0001013f");
        link(all, "PPPoE", 1, MAC + "8864" + "11000001" + "0064" + "0021");
        all.add(new Carrier("802.3 SNAP", 1, packet -> join(MAC, length(8 + packet.length), SNAP + "0800", packet)));
        link(all, "null, little-endian", 0, "02000000");
        link(all, "null, big-endian", 0, "00000002");
        link(all, "loop", 108, "00000002");
        link(all, "PPP", 9, "ff030021");
        link(all, "PPP, another control byte", 9, "ff830021");
        link(all, "PPP, serial", 50, "ff030021");
        link(all, "Cisco HDLC in PPP", 50, "0f000800");
        link(all, "PPPoE alone", 51, "1100000100640021");
        link(all, "Cisco HDLC", 104, "0f000800");
        link(all, "Frame Relay, Cisco", 107, "04010800");
        link(all, "Frame Relay, NLPID", 107, "040103cc");
        link(all, "ATM", 100, SNAP + "0800");
        link(all, "Token Ring", 6, "1040" + MAC + SNAP + "0800");
        link(all, "FDDI", 10, "50" + MAC + SNAP + "0800");
        link(all, "raw 12", 12, "");
        link(all, "raw 14", 14, "");
        link(all, "raw 101", 101, "");
        link(all, "IPv4", 228, "");
        link(all, "SLL", 113, "000000010006024200000002" + "0000" + "0800");
        link(all, "SLL with 802.1Q", 113, "000000010006024200000002" + "0000" + "8100" + "0064" + "0800");
        link(all, "SLL2", 276, "0800" + "0000" + "00000002" + "0001" + "00" + "06" + "0242000000020000");
        link(all, "802.11", 105, "08010000" + "020000000001" + MAC + "0000" + SNAP + "0800");
        link(all, "802.11 QoS", 105, "88010000" + "020000000001" + MAC + "0000" + "0000" + SNAP + "0800");
        link(
                all,
                "radiotap",
                127,
                "00000900" + "02000000" + "00" + "08010000" + "020000000001" + MAC + "0000" + SNAP + "0800");
        link(all, "PPI", 192, "00000800" + "01000000" + ether);
        link(all, "pflog", 117, "3d020000" + "00".repeat(60));
        all.add(new Carrier(
                "NFLOG", 239, packet -> join("02000000", "0800010008000100" + nflog(packet.length), packet)));
        tunnel(all, "IP in IP", 4, "");
        tunnel(all, "GRE", 47, "00000800");
        tunnel(all, "GRE with key", 47, "2000080000000001");
        tunnel(all, "NVGRE", 47, "20006558" + "00000100" + ether);
        tunnel(all, "ERSPAN I", 47, "000088be" + ether);
        tunnel(all, "ERSPAN II", 47, "100088be" + "00000001" + "1064000100000000" + ether);
        tunnel(all, "EtherIP", 97, "3000" + ether);
        all.add(new Carrier("IPv6 where IPv4 is announced", 1, packet -> ipv6(0x0800, 4, packet)));
        udp(all, "VXLAN", 4789, "0800000000000100" + ether);
        udp(all, "VXLAN-GPE", 4790, "0c00000100000100");
        udp(all, "Geneve", 6081, "0000655800000100" + ether);
        all.add(new Carrier("GTP-U", 1, packet -> udp(2152, join("30ff", length(packet.length), "00000001", packet))));
        all.addAll(RareCarriers.all());
        all.add(new Carrier("L2TP", 1, packet -> udp(1701, join("0002" + "00010001" + "ff030021", "", "", packet))));
        return all;
    }

    static void link(List<Carrier> all, String name, int linkType, String header) {
        all.add(new Carrier(name, linkType, packet -> join(header, "", "", packet)));
    }

    static void tunnel(List<Carrier> all, String name, int protocol, String header) {
        all.add(new Carrier(name, 1, packet -> ipv4(protocol, join(header, "", "", packet))));
    }

    static void udp(List<Carrier> all, String name, int port, String header) {
        all.add(new Carrier(name, 1, packet -> udp(port, join(header, "", "", packet))));
    }

    static byte[] udp(int port, byte[] payload) {
        String header = "c350" + String.format("%04x", port) + length(8 + payload.length) + "0000";
        return ipv4(17, join(header, "", "", payload));
    }

    static byte[] ipv4(int protocol, byte[] payload) {
        String header = "4500" + length(20 + payload.length) + "00000000" + "40" + String.format("%02x", protocol)
                + "0000" + "c0a80001" + "c0a80002";
        return join(MAC + "0800", header, "", payload);
    }

    static byte[] ipv6(int etherType, int protocol, byte[] payload) {
        String header = "60000000" + length(payload.length) + String.format("%02x", protocol) + "40"
                + "20010db8000000000000000000000001" + "20010db8000000000000000000000002";
        return join(MAC + length(etherType), header, "", payload);
    }

    private static String nflog(int length) {
        int total = length + 4;
        return String.format("%02x%02x", total & 0xFF, total >> 8) + "0900";
    }

    static String length(int bytes) {
        return String.format("%04x", bytes);
    }

    static byte[] join(String first, String second, byte[] payload) {
        return join(first, second, "", payload);
    }

    private static byte[] join(String first, String second, String third, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(HexFormat.of().parseHex(first + second + third));
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /// One conversation, each packet of it carried in that way.
    static void write(Path file, Carrier carrier) throws IOException {
        write(file, carrier, ByteOrder.LITTLE_ENDIAN);
    }

    /// The same, captured by a machine with that byte order.
    static void write(Path file, Carrier carrier, ByteOrder order) throws IOException {
        ByteArrayOutputStream capture = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(24).order(order);
        header.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
        capture.writeBytes(header.putInt(262_144).putInt(carrier.linkType()).array());
        for (byte[] packet : conversation()) {
            byte[] frame = carrier.wrap().apply(packet);
            ByteBuffer record = ByteBuffer.allocate(16).order(order);
            capture.writeBytes(
                    record.putLong(1).putInt(frame.length).putInt(frame.length).array());
            capture.writeBytes(frame);
        }
        Files.write(file, capture.toByteArray());
    }

    /// IPv4 packets: handshake, a greeting each way, and one that comes again.
    private static List<byte[]> conversation() throws IOException {
        Endpoint alice = new Endpoint(InetAddress.getByName("10.0.0.1"), 40_000);
        Endpoint server = new Endpoint(InetAddress.getByName("10.0.0.2"), 12_345);
        List<byte[]> packets = new ArrayList<>();
        packets.add(packet(alice, server, 99, 0, TcpFrame.SYN, ""));
        packets.add(packet(server, alice, 499, 100, TcpFrame.SYN | TcpFrame.ACK, ""));
        packets.add(packet(alice, server, 100, 500, TcpFrame.ACK, "HELLO alice\n"));
        packets.add(packet(server, alice, 500, 112, TcpFrame.ACK, "WELCOME alice\n"));
        packets.add(packet(server, alice, 500, 112, TcpFrame.ACK, "WELCOME alice\n"));
        packets.add(packet(alice, server, 112, 514, TcpFrame.FIN | TcpFrame.ACK, "BYE\n"));
        return packets;
    }

    private static byte[] packet(Endpoint from, Endpoint to, int sequence, int ack, int bits, String text) {
        byte[] frame = new TcpFrame(from, to, sequence, ack, bits, text.getBytes(StandardCharsets.UTF_8)).ethernet();
        return java.util.Arrays.copyOfRange(frame, 14, frame.length);
    }
}
