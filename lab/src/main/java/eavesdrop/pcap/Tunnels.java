package eavesdrop.pcap;

/// Looks into what carries another IP packet: IP in IP (RFC 2003, RFC 2473), `Gre`, EtherIP (RFC 3378),
/// MPLS (RFC 4023), Ethernet (RFC 8986, section 4.9), `UdpTunnels`, and the packets that `Icmp` quotes.
final class Tunnels {
    /// Not a tunnel; the cursor stayed where it was.
    static final int NONE = LinkLayer.NONE;

    private static final int ICMP = 1;
    private static final int IPV4_IN_IP = 4;
    private static final int UDP = 17;
    private static final int IPV6_IN_IP = 41;
    private static final int GRE = 47;
    private static final int ICMPV6 = 58;
    private static final int ETHERNET_IN_IP = 97;
    private static final int UDP_LITE = 136;
    private static final int MPLS_IN_IP = 137;
    private static final int ETHERNET = 143;

    private Tunnels() {}

    /// Moves the cursor into the tunnel and returns the EtherType of what is there (or `LinkLayer.CUT`,
    /// `LinkLayer.NOT_IP`), or `NONE`.
    static int enter(int protocol, Cursor cursor, Datagram datagram) {
        return switch (protocol) {
            case IPV4_IN_IP -> LinkLayer.IPV4;
            case IPV6_IN_IP -> LinkLayer.IPV6;
            case GRE -> Gre.enter(cursor);
            case ETHERNET_IN_IP -> etherIp(cursor);
            case MPLS_IN_IP -> Tags.mpls(cursor);
            case ETHERNET -> LinkLayer.ethernet(cursor);
            case UDP -> UdpTunnels.enter(cursor, datagram.ipv6);
            case UDP_LITE -> UdpTunnels.byPorts(cursor);
            case ICMP -> Icmp.enter(cursor, datagram);
            case ICMPV6 -> Icmp.enterVersion6(cursor, datagram);
            default -> NONE;
        };
    }

    /// Two bytes of version, then Ethernet.
    private static int etherIp(Cursor cursor) {
        if (!cursor.has(2)) {
            return LinkLayer.CUT;
        }
        cursor.skip(2);
        return LinkLayer.ethernet(cursor);
    }
}
