package eavesdrop.evidence;

import eavesdrop.pcap.TcpFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// The part of `UnusualTraffic` in which extension headers of IPv6 tell the true ends of a packet, or its length.
final class UnusualExtensions {
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int DESTINATION = 60;
    private static final int ICMPV6 = 58;

    private static final String FIRST = "fd000000000000000000000000000009";
    private static final String SECOND = "fd000000000000000000000000000008";
    private static final String HOME = "c910" + FIRST;

    private final UnusualTraffic traffic;

    UnusualExtensions(UnusualTraffic traffic) {
        this.traffic = traffic;
    }

    void all() throws IOException {
        homeAddresses();
        routes();
        lowPowerRoutes();
        quotedRoutes();
        jumbograms();
    }

    /// A host that is not at home (RFC 6275).
    private void homeAddresses() throws IOException {
        extension("a home address", DESTINATION, "0602" + HOME + "01020000");
        extension("a home address behind padding", DESTINATION, "0602" + "00000100" + HOME);
        extension("a home address behind an unknown option", DESTINATION, "0602" + "1e020000" + HOME);
        extension("two home addresses", DESTINATION, "0604" + HOME + "c910" + SECOND + "0100");
        extension("a home address in a hop-by-hop header", HOP_BY_HOP, "0602" + HOME + "01020000");
        extension("a home address that is longer", DESTINATION, "0603" + "c918" + FIRST + "00".repeat(8) + "01020000");
        extension("a home address behind a route", ROUTING, "3c02000100000000" + SECOND + "0602" + HOME + "01020000");
    }

    /// Types 0, 2 and 4; some are too short for what they say.
    private void routes() throws IOException {
        extension("a route of eight bytes", ROUTING, "0600000100000000");
        extension("a route of half an address", ROUTING, "0601000100000000" + "00".repeat(8));
        extension("a route of an address and a half", ROUTING, "0603000100000000" + FIRST + "00".repeat(8));
        extension("a mobile route of eight bytes", ROUTING, "0600020000000000");
        extension("a mobile route of two addresses", ROUTING, "0604020100000000" + FIRST + SECOND);
        extension("a segment route of eight bytes", ROUTING, "0600040000000000");
        extension("a segment route of half an address", ROUTING, "0601040100000000" + "00".repeat(8));
        extension("a segment route that lacks one of two", ROUTING, "0602040101000000" + FIRST);
        extension("a segment route with an option", ROUTING, "0603040100000000" + FIRST + "0406000000000000");
        extension("more segments left than there are", ROUTING, "0602040500000000" + FIRST);
        extension("a route of an unknown type", ROUTING, "0602fd0100000000" + FIRST);
    }

    /// Type 3: fields of four bits tell how many bytes of the addresses are left out, and how many follow as padding.
    private void lowPowerRoutes() throws IOException {
        extension("a whole address", ROUTING, "0602030100000000" + FIRST);
        extension("a whole address that was gone to", ROUTING, "0602030000000000" + FIRST);
        extension("two whole addresses", ROUTING, "0604030200000000" + SECOND + FIRST);
        extension("half an address", ROUTING, "0601030188000000" + FIRST.substring(16));
        extension("two halves", ROUTING, "0602030288000000" + SECOND.substring(16) + FIRST.substring(16));
        extension("one byte of an address", ROUTING, "06010301ff700000" + "09" + "00".repeat(7));
        extension("one byte of two addresses", ROUTING, "06010302ff600000" + "0809" + "00".repeat(6));
        extension("half an address, then a whole one", ROUTING, "0603030180000000" + SECOND.substring(16) + FIRST);
        extension("a whole address, then half of one", ROUTING, "0603030108000000" + SECOND + FIRST.substring(16));
        extension("padding that is no padding", ROUTING, "0602030100f00000" + FIRST);
        extension("no address", ROUTING, "0600030100000000");
        extension("less than an address", ROUTING, "0601030100000000" + "00".repeat(8));
    }

    /// Somebody quotes a packet that was on its way.
    private void quotedRoutes() throws IOException {
        quoted("a quoted route", ROUTING, "0602000100000000" + FIRST);
        quoted("a quoted segment route", ROUTING, "0602040100000000" + FIRST);
        quoted("a quoted segment route of eight bytes", ROUTING, "0600040000000000");
        quoted("a quoted home address", DESTINATION, "0602" + HOME + "01020000");
    }

    private void extension(String name, int type, String header) throws IOException {
        Talk talk = traffic.talk(name, true);
        talk.send(talk.packets.ipv6(type, RawPackets.join(HexFormat.of().parseHex(header), talk.segment)));
        talk.end();
    }

    /// The quoted packet answers the SYN with another number, which moves the beginning of its stream.
    private void quoted(String name, int type, String header) throws IOException {
        Talk talk = traffic.talk(name, true);
        byte[] answer = talk.header(2000, TcpFrame.SYN | TcpFrame.ACK);
        byte[] packet = talk.packets.ipv6(type, RawPackets.join(HexFormat.of().parseHex(header), answer));
        talk.send(talk.packets.ipv6(ICMPV6, RawPackets.join(new byte[] {3, 0, 0, 0, 0, 0, 0, 0}, packet)));
        talk.send(talk.packets.ipv6(RawPackets.TCP, talk.header(3000, TcpFrame.SYN)));
        talk.end();
    }

    /// Packets of more than 65,535 bytes (RFC 2675), and those that only seem so. Bytes follow that belong to none.
    private void jumbograms() throws IOException {
        jumbogram("a jumbogram", 0, "0600" + "c204" + "%08x", 8);
        jumbogram("a jumbogram, behind padding", 0, "0601" + "0000" + "010400000000" + "c204" + "%08x", 16);
        jumbogram("a jumbogram of two lengths", 0, "0601" + "c204" + "%08x" + "0100" + "c204" + "00010001", 16);
        jumbogram("a jumbogram with another length", 100, "0600" + "c204" + "%08x", 8);
        jumbogram("a jumbogram with another length, which is less", 100, "0600" + "c204" + "00000032", 8);
    }

    private void jumbogram(String name, int length, String header, int headerLength) throws IOException {
        Talk talk = traffic.talk(name, true);
        byte[] segment = RawPackets.join(talk.header(1006, TcpFrame.ACK), new byte[70_000]);
        byte[] extension = HexFormat.of().parseHex(header.formatted(headerLength + segment.length));
        byte[] packet = talk.packets.ipv6(HOP_BY_HOP, RawPackets.join(extension, segment));
        ByteBuffer.wrap(packet).putShort(4, (short) length);
        talk.send(RawPackets.join(packet, new byte[] {'n', 'o'}));
        talk.end();
    }
}
