package eavesdrop.evidence;

import static eavesdrop.evidence.WrappedTraffic.MAC;
import static eavesdrop.evidence.WrappedTraffic.SNAP;
import static eavesdrop.evidence.WrappedTraffic.join;
import static eavesdrop.evidence.WrappedTraffic.length;
import static eavesdrop.evidence.WrappedTraffic.link;
import static eavesdrop.evidence.WrappedTraffic.tunnel;
import static eavesdrop.evidence.WrappedTraffic.udp;

import eavesdrop.evidence.WrappedTraffic.Carrier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Ways to carry IPv4 packets that are met now and then.
final class RareCarriers {
    private static final String ETHER = MAC + "0800";
    private static final String RADIO = "0000" + "020000000001" + MAC + "0000";

    private RareCarriers() {}

    static List<Carrier> all() {
        List<Carrier> all = new ArrayList<>();
        tags(all);
        links(all);
        radios(all);
        gre(all);
        udps(all);
        CarriersOfDevices.all(all);
        return all;
    }

    private static void tags(List<Carrier> all) {
        link(all, "three VLAN tags", 1, MAC + "88a80001" + "81000002" + "81000003" + "0800");
        link(all, "802.1ah in a VLAN", 1, MAC + "88a80001" + "88e700000001" + ETHER);
        link(all, "MPLS, three labels", 1, MAC + "8847" + "0001003f" + "0001003f" + "0001013f");
        String known = "00155d010203001b21040506";
        link(all, "MPLS, Ethernet", 1, MAC + "8847" + "0001013f" + known + "0800");
        link(all, "MPLS, Ethernet with a VLAN", 1, MAC + "8847" + "0001013f" + known + "81000001" + "0800");
        link(all, "MPLS, Ethernet behind a control word", 1, MAC + "8847" + "0001013f" + "00000000" + known + "0800");
        link(all, "HSR", 1, MAC + "892f" + "10400001" + "0800");
        link(all, "TRILL", 1, MAC + "22f3" + "000100010002" + ETHER);
        link(all, "NSH", 1, MAC + "894f" + "0fc60101000001ff" + "00".repeat(16));
        link(all, "Cisco metadata", 1, MAC + "8909" + "0101" + "00010005" + "0800");
        all.add(new Carrier(
                "MACsec, not encrypted",
                1,
                packet ->
                        RawPackets.join(join(MAC + "88e5" + "0000" + "00000001" + "0800", "", packet), new byte[16])));
        all.add(new Carrier("802.2 IP", 1, packet -> join(MAC, length(3 + packet.length) + "060603", packet)));
        all.add(new Carrier(
                "802.3 SNAP in a VLAN",
                1,
                packet -> join(MAC + "81000001", length(8 + packet.length) + SNAP + "0800", packet)));
        all.add(new Carrier(
                "padding with a text",
                1,
                packet -> RawPackets.join(join(ETHER, "", packet), "SAY no\n".getBytes(StandardCharsets.US_ASCII))));
    }

    private static void links(List<Carrier> all) {
        link(all, "OpenBSD enc", 109, "02000000" + "00000001" + "00000000");
        link(all, "Frame Relay, SNAP", 107, "1841" + "0300" + "80" + "000000" + "0800");
        link(all, "IP over Fibre Channel", 122, "1000020000000001" + "1000020000000002" + SNAP + "0800");
        link(all, "SunATM", 123, "02000064" + SNAP + "0800");
        link(all, "Symantec", 99, "00".repeat(6) + "0800" + "00".repeat(36));
        link(all, "PPP with direction", 204, "00" + "ff030021");
        link(all, "SLL with 802.2", 113, "000000010006024200000002" + "0000" + "0004" + SNAP + "0800");
        link(
                all,
                "SLL2 with 802.2",
                276,
                "0004" + "0000" + "00000002" + "0001" + "00" + "06" + "0242000000020000" + SNAP + "0800");
        link(all, "PPI with raw IP", 192, "00000800" + "65000000");
    }

    private static void radios(List<Carrier> all) {
        link(all, "802.11 from the access point", 105, "0802" + RADIO + SNAP + "0800");
        link(all, "802.11 between access points", 105, "0803" + RADIO + "020000000009" + SNAP + "0800");
        link(all, "802.11 QoS with HT control", 105, "8881" + RADIO + "0000" + "00000000" + SNAP + "0800");
        all.add(new Carrier(
                "radiotap with checksum",
                127,
                packet -> RawPackets.join(
                        join("00000900" + "02000000" + "10" + "0801" + RADIO + SNAP + "0800", "", packet),
                        new byte[4])));
        link(all, "AVS", 163, "80211001" + "00000040" + "00".repeat(56) + "0801" + RADIO + SNAP + "0800");
    }

    private static void gre(List<Carrier> all) {
        tunnel(all, "GRE with all numbers", 47, "b0000800" + "00000000" + "00000001" + "00000002");
        tunnel(all, "GRE with routes", 47, "40000800" + "00000000" + "00000000");
        tunnel(all, "GRE with MPLS", 47, "00008847" + "0001013f");
        tunnel(all, "PPTP", 47, "3001880b" + "00000001" + "00000001" + "ff030021");
        tunnel(all, "ERSPAN III", 47, "100022eb00000001" + "206400010000000000000000" + ETHER);
        tunnel(
                all,
                "ERSPAN III with more",
                47,
                "100022eb00000001" + "206400010000000000000001" + "00".repeat(8) + ETHER);
        tunnel(all, "UDP-Lite", 136, "c35012b5" + "00000000" + "0800000000000100" + ETHER);
    }

    private static void udps(List<Carrier> all) {
        udp(all, "GRE in UDP", 4754, "00000800");
        udp(all, "MPLS in UDP", 6635, "0001013f");
        udp(all, "LISP", 4341, "8000000100000001");
        udp(all, "TZSP", 37008, "01000001" + "01" + ETHER);
        udp(all, "Geneve with options", 6081, "0200655800000100" + "0102800100000000" + ETHER);
        udp(all, "VXLAN-GPE with NSH", 4790, "0c00000400000100" + "0fc60101000001ff" + "00".repeat(16));
        udp(all, "L2TP, short", 1701, "0002" + "00010001" + "21");
    }
}
