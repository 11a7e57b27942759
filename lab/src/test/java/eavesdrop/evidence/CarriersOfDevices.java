package eavesdrop.evidence;

import static eavesdrop.evidence.WrappedTraffic.MAC;
import static eavesdrop.evidence.WrappedTraffic.SNAP;
import static eavesdrop.evidence.WrappedTraffic.join;
import static eavesdrop.evidence.WrappedTraffic.length;
import static eavesdrop.evidence.WrappedTraffic.link;
import static eavesdrop.evidence.WrappedTraffic.tunnel;
import static eavesdrop.evidence.WrappedTraffic.udp;

import eavesdrop.evidence.WrappedTraffic.Carrier;
import java.util.List;

/// Ways to carry IPv4 packets that switches, routers and access points of some makers have.
final class CarriersOfDevices {
    private static final String ETHER = MAC + "0800";
    private static final String RADIO = "0000" + "020000000001" + MAC + "0000" + SNAP + "0800";
    private static final String JUNIPER_IN = "4d474301";
    private static final String JUNIPER_OUT = "4d474300";
    private static final String JUNIPER_WITHOUT_LINK_LAYER = "4d474303";

    private CarriersOfDevices() {}

    static void all(List<Carrier> all) {
        fabrics(all);
        tunnels(all);
        controllers(all);
        junipers(all);
        links(all);
        variants(all);
    }

    private static void fabrics(List<Carrier> all) {
        link(all, "E-TAG", 1, MAC + "893f" + "000000010000" + "0800");
        link(all, "E-TAG and VLAN", 1, MAC + "893f" + "000000010000" + "81000001" + "0800");
        link(all, "VN-TAG", 1, MAC + "8926" + "80010001" + "0800");
        all.add(new Carrier(
                "VN-TAG, 802.3",
                1,
                packet -> join(MAC + "8926" + "80010001", length(8 + packet.length) + SNAP + "0800", packet)));
        link(all, "R-TAG", 1, MAC + "f1c1" + "00000001" + "0800");
        all.add(new Carrier(
                "FabricPath",
                1,
                packet -> RawPackets.join(join(MAC + "8903" + "0001" + ETHER, "", packet), new byte[4])));
        link(all, "batman", 1, MAC + "4305" + "400f3201" + "024200000009" + ETHER);
        link(all, "batman, 14", 1, MAC + "4305" + "030e3201" + "024200000009" + ETHER);
        link(all, "batman, four addresses", 1, MAC + "4305" + "420f3201" + "024200000009024200000008" + "0101" + ETHER);
        link(all, "batman, to all", 1, MAC + "4305" + "010f3200" + "00000001" + "024200000008" + ETHER);
        link(all, "LLC by EtherType", 1, MAC + "8870" + SNAP + "0800");
    }

    private static void tunnels(List<Carrier> all) {
        tunnel(all, "MPLS in IP", 137, "0001013f");
        tunnel(all, "Ethernet in IP", 143, ETHER);
        udp(all, "AMT", 2268, "0600");
        udp(all, "mobile IP", 434, "04040000");
        udp(all, "AYIYA", 5072, "44000104" + "00000000" + "00".repeat(16));
        udp(all, "AYIYA, signed", 5072, "44520104" + "00000000" + "00".repeat(16) + "00".repeat(20));
    }

    private static void controllers(List<Carrier> all) {
        udp(all, "CAPWAP, 802.3", 5247, "00100200" + "00000000" + ETHER);
        udp(all, "CAPWAP, 802.11", 5247, "00100300" + "00000000" + "0108" + RADIO);
        udp(all, "CAPWAP with radio", 5247, "00200310" + "00000000" + "0602420000000100" + "0108" + RADIO);
        udp(all, "LWAPP", 12222, "000000000000" + "0801" + RADIO);
    }

    private static void junipers(List<Carrier> all) {
        for (int linkType : new int[] {133, 135, 136, 137, 167, 178, 179, 180, 181, 183}) {
            link(all, "Juniper IP " + linkType, linkType, JUNIPER_WITHOUT_LINK_LAYER + "02000000");
        }
        link(all, "Juniper MPLS", 179, JUNIPER_WITHOUT_LINK_LAYER + "05000000" + "0001013f");
        link(all, "Juniper extended", 179, "4d474381" + "0006" + "010400000001" + "ff030021");
        link(all, "Juniper without magic", 178, ETHER);
        link(all, "Juniper PPPoE", 167, JUNIPER_IN + ETHER);
        link(all, "Juniper PPP", 179, JUNIPER_IN + "ff030021");
        link(all, "Juniper Frame Relay", 180, JUNIPER_IN + "184103cc");
        link(all, "Juniper Cisco HDLC", 181, JUNIPER_IN + "0f000800");
        link(all, "Juniper voice", 183, JUNIPER_IN + "00".repeat(18));
        link(all, "Juniper GGSN", 133, JUNIPER_IN + "02000000");
        link(all, "Juniper services, in", 136, JUNIPER_IN + "00".repeat(16));
        link(all, "Juniper services, out", 136, JUNIPER_OUT + "00".repeat(12));
        link(all, "Juniper ATM1, SNAP", 137, JUNIPER_IN + "00000000" + SNAP + "0800");
        link(all, "Juniper ATM1, IP", 137, JUNIPER_IN + "00000000");
        link(all, "Juniper ATM2, SNAP", 135, JUNIPER_IN + "00".repeat(8) + SNAP + "0800");
        link(all, "Juniper ATM2, IP", 135, JUNIPER_IN + "00".repeat(8));
        link(all, "Juniper ATM2, PPP", 135, JUNIPER_IN + "00".repeat(8) + "0021");
        link(all, "Juniper ATM2, Ethernet", 135, JUNIPER_OUT + "0000000100000000" + ETHER);
    }

    private static void links(List<Carrier> all) {
        for (int linkType : new int[] {16, 18, 19, 106}) {
            link(all, "classical IP " + linkType, linkType, "");
        }
        link(all, "Cisco HDLC 112", 112, "0f000800");
        link(all, "IEEE 1394", 138, "00".repeat(16) + "0800");
        link(all, "EPON", 259, "5555d55555000100" + ETHER);
        link(all, "pktap", 258, "6c000000" + "01000000" + "01000000" + "00".repeat(96) + ETHER);
        link(all, "pktap, raw", 258, "6c000000" + "01000000" + "0c000000" + "00".repeat(96));
        link(all, "pktap, old number", 149, "6c000000" + "01000000" + "01000000" + "00".repeat(96) + ETHER);
    }

    private static void variants(List<Carrier> all) {
        tunnel(all, "GRE, Ethernet of old", 47, "00006400" + ETHER);
        tunnel(all, "GRE with PPP", 47, "0000880b" + "ff030021");
        tunnel(all, "GRE with Frame Relay", 47, "00006559" + "184103cc");
        tunnel(all, "GRE with 802.11", 47, "00008300" + "0801" + RADIO);
        udp(all, "TZSP, 802.11", 37008, "01000012" + "01" + "0801" + RADIO);
        udp(all, "TZSP, PPP", 37008, "01000004" + "01" + "ff030021");
        udp(all, "TZSP, IP", 37008, "01000007" + "01");
        link(all, "TZSP alone", 128, "01000001" + "01" + ETHER);
        udp(all, "VXLAN-GPE with MPLS", 4790, "0c00000500000100" + "0001013f");
        link(all, "NSH in NSH", 1, MAC + "894f" + "0fc20204000001ff" + "0fc20201000001ff");
        link(all, "PPP, EtherType", 9, "ff030800");
        link(all, "PPP, MPLS to many", 9, "ff030283" + "0001013f");
        link(all, "SLL with Ethernet", 113, "000000010006024200000002" + "0000" + "0003" + ETHER);
        link(all, "SLL with PPP", 113, "000002000006024200000002" + "0000" + "0007" + "0021");
    }
}
