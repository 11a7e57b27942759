package eavesdrop.pcap;

import java.util.Arrays;

/// What the first bytes of a packet are: the link type of an interface
/// (draft-ietf-opsawg-pcaplinktype). These are the ones that this kit understands.
public enum LinkType {
    /// BSD loopback: the protocol family in the byte order of the machine that captured.
    NULL(0),
    /// Ethernet, with or without 802.1Q tags.
    ETHERNET(1),
    /// Token Ring.
    TOKEN_RING(6),
    /// ARCnet as BSD captures it.
    ARCNET_BSD(7),
    /// Point-to-point protocol (RFC 1661), with or without the HDLC address and control bytes.
    PPP(9),
    /// FDDI.
    FDDI(10),
    /// No link layer: the packet starts with the IP header. Three numbers are in use.
    RAW_OLD(12),
    RAW_BSD(14),
    RAW(101),
    /// PPP with the address and control bytes, or Cisco HDLC.
    PPP_SERIAL(50),
    /// PPP over Ethernet, from the PPPoE header on.
    PPP_ETHER(51),
    /// ATM with the LLC header of RFC 2684. Two numbers are in use.
    ATM_OLD(11),
    ATM(100),
    /// Symantec's firewall.
    SYMANTEC(99),
    /// Classical IP over ATM (RFC 2225) of Linux, without a header. Four numbers are in use.
    CLASSICAL_IP_16(16),
    CLASSICAL_IP_18(18),
    CLASSICAL_IP_19(19),
    CLASSICAL_IP(106),
    /// Cisco HDLC. Two numbers are in use.
    CISCO_HDLC(104),
    CISCO_HDLC_BSD(112),
    /// IEEE 802.11, without the radio's own header.
    WIFI(105),
    /// Frame Relay.
    FRAME_RELAY(107),
    /// OpenBSD loopback: the protocol family in network byte order.
    LOOP(108),
    /// OpenBSD's view into IPsec.
    ENCAPSULATED(109),
    /// Linux "cooked" capture, what `tcpdump -i any` wrote before 2020.
    LINUX_SLL(113),
    /// OpenBSD's packet filter log.
    PFLOG(117),
    /// IEEE 802.11 behind a Prism header.
    WIFI_PRISM(119),
    /// IP over Fibre Channel.
    IP_OVER_FIBRE_CHANNEL(122),
    /// ATM as SunATM captures it.
    SUN_ATM(123),
    /// IEEE 802.11 behind a radiotap header.
    WIFI_RADIOTAP(127),
    /// IEEE 802.11 behind an AVS header.
    WIFI_AVS(163),
    /// Behind a per-packet information header.
    PPI(192),
    /// ARCnet as Linux captures it.
    ARCNET_LINUX(129),
    /// What a link layer carries, behind Juniper's own header.
    JUNIPER_GGSN(133),
    JUNIPER_ATM2(135),
    JUNIPER_SERVICES(136),
    JUNIPER_ATM1(137),
    JUNIPER_PPPOE(167),
    JUNIPER_ETHERNET(178),
    JUNIPER_PPP(179),
    JUNIPER_FRAME_RELAY(180),
    JUNIPER_CISCO_HDLC(181),
    JUNIPER_VOICE(183),
    /// The TaZmen Sniffer Protocol.
    TAZMEN_SNIFFER(128),
    /// IP over IEEE 1394, as Apple captures it.
    FIRE_WIRE(138),
    /// Behind the header of macOS for captures on several interfaces. Two numbers are in use.
    PACKET_TAP_OLD(149),
    PACKET_TAP(258),
    /// Ethernet in passive optical networks.
    PASSIVE_OPTICAL(259),
    /// PPP behind a byte that tells the direction.
    PPP_WITH_DIRECTION(204),
    /// No link layer, IPv4 alone.
    IPV4(228),
    /// No link layer, IPv6 alone.
    IPV6(229),
    /// Linux netfilter log.
    NFLOG(239),
    /// IP over InfiniBand.
    INFINIBAND(242),
    /// Linux "cooked" capture, version 2, what `tcpdump -i any` writes today.
    LINUX_SLL2(276),
    /// Every other number.
    OTHER(-1);

    private final int code;

    LinkType(int code) {
        this.code = code;
    }

    /// The number that stands in capture files; -1 for `OTHER`.
    public int code() {
        return code;
    }

    /// The link type of that number, `OTHER` when this kit does not understand it.
    public static LinkType of(int code) {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .orElse(OTHER);
    }
}
