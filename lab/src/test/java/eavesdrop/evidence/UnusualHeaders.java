package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.TcpFrame;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/// The part of `UnusualTraffic` in which headers beside the usual ones tell to which stream a packet belongs, and
/// where.
final class UnusualHeaders {
    private final UnusualTraffic traffic;

    UnusualHeaders(UnusualTraffic traffic) {
        this.traffic = traffic;
    }

    void all() throws IOException {
        sourceRoutes();
        beginnings();
        moves();
        quotes();
    }

    private static final String ROUTER = "0a090001";
    private static final String SERVER = "0a000001";

    /// The options of IPv4 name the stops on the way; `ROUTER` stands for the next one, in the header or in the route.
    private void sourceRoutes() throws IOException {
        route("a loose route with one stop to go", ROUTER, "83" + "07" + "04" + SERVER + "00");
        route("a strict route with two stops to go", ROUTER, "89" + "0b" + "04" + ROUTER + SERVER + "00");
        route("a route with the last stop to go", ROUTER, "01" + "83" + "0b" + "08" + ROUTER + SERVER);
        route("a route behind a timestamp", ROUTER, "44040500" + "83" + "07" + "04" + SERVER + "00");
        route("a route behind an unknown option", ROUTER, "9902" + "83" + "07" + "04" + SERVER + "000000");
        route("a route that was gone", SERVER, "83" + "07" + "08" + ROUTER + "00");
        route("a second route behind one that was gone", SERVER, "830708" + ROUTER + "890704" + ROUTER + "0000");
        route("a pointer between two addresses", SERVER, "83" + "0b" + "05" + ROUTER + ROUTER + "00");
        route("a pointer before the addresses", SERVER, "83" + "0b" + "00" + ROUTER + ROUTER + "00");
        route("a route behind the end of the options", SERVER, "00" + "83" + "07" + "04" + ROUTER);
        route("a route longer than the header", SERVER, "83" + "09" + "04" + ROUTER + "00");
        route("a record of the route", SERVER, "07" + "07" + "04" + ROUTER + "00");
    }

    private void route(String name, String destination, String options) throws IOException {
        Talk talk = traffic.talk(name, false);
        byte[] packet = talk.packets.ipv4(HexFormat.of().parseHex(options), talk.segment);
        System.arraycopy(HexFormat.of().parseHex(destination), 0, packet, 16, 4);
        talk.send(packet);
        talk.end();
    }

    /// Before the first bytes comes a segment without payload and with a higher sequence number. Whether the
    /// stream begins there depends on its header.
    private void beginnings() throws IOException {
        for (int words = 0; words <= 8; words++) {
            Talk talk = traffic.silent("the first segment has a header of " + words + " words");
            byte[] header = withLength(words, talk.header(1050, TcpFrame.ACK));
            talk.send(talk.packets.ipv4(0, RawPackets.join(header, new byte[words > 5 ? words * 4 - 20 : 0])));
            textAndEnd(talk);
        }
        for (int missing = 0; missing <= 8; missing++) {
            Talk talk = traffic.silent("of the first segment's header " + missing + " bytes were not captured");
            byte[] header = withLength(6, talk.header(1050, TcpFrame.ACK));
            talk.snap(talk.packets.ipv4(0, RawPackets.join(header, new byte[] {1, 1, 1, 0})), missing);
            textAndEnd(talk);
        }
        Talk talk = traffic.silent("the first segment has payload, of which half was not captured");
        talk.snap(talk.packets.ipv4(0, RawPackets.join(talk.header(1050, TcpFrame.ACK), new byte[16])), 8);
        textAndEnd(talk);
        Talk ends = traffic.silent("the first segment ends in its header");
        ends.send(ends.packets.ipv4(0, withLength(6, ends.header(1050, TcpFrame.ACK))));
        textAndEnd(ends);
    }

    private static byte[] withLength(int words, byte[] header) {
        header[12] = (byte) (words << 4);
        return header;
    }

    private static void textAndEnd(Talk talk) throws IOException {
        talk.send(talk.packet());
        talk.end();
    }

    /// In the middle the client answers with another initial sequence number, then sends a SYN, which opens a
    /// new stream unless it has the number of the answer.
    private void moves() throws IOException {
        for (int next : new int[] {1000, 2000, 3000}) {
            move("an answer to SYN", 5, next);
            move("an answer to SYN that ends in its header", 6, next);
            move("an answer to SYN with a header that is too short", 4, next);
        }
    }

    private void move(String name, int words, int next) throws IOException {
        Talk talk = traffic.talk(name + ", then " + next, false);
        talk.send(talk.packets.ipv4(0, withLength(words, talk.header(2000, TcpFrame.SYN | TcpFrame.ACK))));
        talk.send(talk.packets.ipv4(0, talk.header(next, TcpFrame.SYN)));
        textAndEnd(talk);
    }

    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;

    /// Within a talk somebody quotes a packet of another stream, of which nothing else is heard.
    private void quotes() throws IOException {
        for (int type : new int[] {0, 3, 4, 5, 8, 11, 12}) {
            Talk talk = traffic.talk("ICMP " + type, false);
            byte[] message = RawPackets.join(new byte[] {(byte) type, 0, 0, 0, 0, 0, 0, 0}, unheard(talk));
            talk.send(talk.packets.ipv4(ICMP, 0, 20 + message.length, message));
            talk.end();
        }
        quote("ICMPv6 error", 1, 8, "");
        quote("ICMPv6 echo", 128, 8, "");
        quote("redirect", 137, 40, "0409" + "000000000000");
        quote("redirect without an option", 137, 40, "");
        quote("redirect, the last of two options", 137, 40, "0201" + "000000000000" + "0409" + "000000000000");
        quote(
                "redirect, behind an option without a length",
                137,
                40,
                "0200" + "000000000000" + "0409" + "000000000000");
        quote("redirect, with an option of another kind", 137, 40, "0309" + "000000000000");
        quote("redirect, of which the option holds too little", 137, 40, "0406" + "000000000000");
        quote("redirect, of which the option holds the ports", 137, 40, "0408" + "000000000000");
        quote("redirect, with an option longer than the packet", 137, 40, "04ff" + "000000000000");
        for (int type = 133; type <= 138; type++) {
            for (int header : new int[] {8, 16, 24, 40}) {
                quote("a redirect's option at " + header + " of ICMPv6 " + type, type, header, "0409" + "000000000000");
            }
        }
    }

    private void quote(String name, int type, int header, String option) throws IOException {
        Talk talk = traffic.talk(name, true);
        byte[] beginning = new byte[header];
        beginning[0] = (byte) type;
        byte[] front = RawPackets.join(beginning, HexFormat.of().parseHex(option));
        talk.send(talk.packets.ipv6(ICMPV6, RawPackets.join(front, unheard(talk))));
        talk.end();
    }

    /// A packet to a port where nobody is.
    private static byte[] unheard(Talk talk) {
        Endpoint nobody = new Endpoint(talk.server.address(), 9);
        byte[] frame = new TcpFrame(talk.client, nobody, 1, 1, TcpFrame.ACK, new byte[4]).ethernet();
        return Arrays.copyOfRange(frame, 14, frame.length);
    }
}
