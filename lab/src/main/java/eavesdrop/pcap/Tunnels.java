package eavesdrop.pcap;

/// Looks into what carries another IP packet: IP in IP (RFC 2003, RFC 2473), GRE (RFC 2784), VXLAN
/// (RFC 7348), Geneve (RFC 8926), EtherIP (RFC 3378), and the ICMP errors that quote the packet they are about
/// (RFC 792). Others: `RareTunnels`.
final class Tunnels {
    /// Not a tunnel; the cursor stayed where it was.
    static final int NONE = -10;

    private static final int ICMP = 1;
    private static final int IPV4_IN_IP = 4;
    private static final int UDP = 17;
    private static final int IPV6_IN_IP = 41;
    private static final int GRE = 47;
    private static final int ETHERNET_IN_IP = 97;
    private static final int WCCP = 0x883E;
    private static final int ICMPV6 = 58;
    private static final int VXLAN_PORT = 4789;
    private static final int GENEVE_PORT = 6081;

    private Tunnels() {}

    /// Moves the cursor into the tunnel and returns the EtherType of what is there (or `LinkLayer.CUT`,
    /// `LinkLayer.NOT_IP`), or `NONE`.
    static int enter(int protocol, Cursor cursor, Datagram datagram) {
        return switch (protocol) {
            case IPV4_IN_IP -> LinkLayer.IPV4;
            case IPV6_IN_IP -> LinkLayer.IPV6;
            case GRE -> gre(cursor);
            case ETHERNET_IN_IP -> etherIp(cursor);
            case UDP -> udp(cursor);
            case ICMP -> quoted(cursor, datagram, LinkLayer.IPV4, isIcmpError(cursor));
            case ICMPV6 -> quoted(cursor, datagram, LinkLayer.IPV6, isIcmpv6Error(cursor));
            default -> NONE;
        };
    }

    private static boolean isIcmpError(Cursor cursor) {
        return cursor.has(8)
                && switch (cursor.unsignedByte(0)) {
                    case 3, 4, 5, 11, 12 -> true;
                    default -> false;
                };
    }

    private static boolean isIcmpv6Error(Cursor cursor) {
        return cursor.has(8) && cursor.unsignedByte(0) >= 1 && cursor.unsignedByte(0) <= 4;
    }

    private static int quoted(Cursor cursor, Datagram datagram, int version, boolean error) {
        if (!error) {
            return NONE;
        }
        datagram.quoted = true;
        cursor.skip(8);
        return version;
    }

    /// Four bytes, then up to three optional fields of four bytes, as the flags tell.
    private static int gre(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        int flags = cursor.unsignedShort(0);
        int type = cursor.unsignedShort(2);
        if ((flags & 0x7) == 1 && type == RareTunnels.PPTP) {
            return RareTunnels.pptp(cursor, flags);
        }
        boolean plainVersion = (flags & 0x7) == 0;
        int header = 4 + 4 * Integer.bitCount(flags & 0xB000);
        if (!plainVersion || !cursor.has(header)) {
            return LinkLayer.NOT_IP;
        }
        cursor.skip(header);
        return switch (type) {
            case LinkLayer.TRANSPARENT_BRIDGING -> LinkLayer.ethernet(cursor);
            case WCCP -> wccp(cursor);
            case RareTunnels.ERSPAN_II -> RareTunnels.erspan(cursor, (flags & 0x1000) != 0);
            case RareTunnels.ERSPAN_III -> RareTunnels.erspanThree(cursor);
            default -> type;
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

    /// Web cache redirection: IPv4, perhaps behind a header of four bytes.
    private static int wccp(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        if (cursor.unsignedByte(0) >> 4 != 4) {
            cursor.skip(4);
        }
        return LinkLayer.IPV4;
    }

    private static int udp(Cursor cursor) {
        if (!cursor.has(16)) {
            return NONE;
        }
        return switch (cursor.unsignedShort(2)) {
            case VXLAN_PORT -> vxlan(cursor);
            case GENEVE_PORT -> geneve(cursor);
            default -> RareTunnels.udp(cursor);
        };
    }

    private static int vxlan(Cursor cursor) {
        cursor.skip(16);
        return LinkLayer.ethernet(cursor);
    }

    /// The low six bits of the first byte count the options in units of four bytes.
    private static int geneve(Cursor cursor) {
        int type = cursor.unsignedShort(10);
        int header = 16 + (cursor.unsignedByte(8) & 0x3F) * 4;
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return type == LinkLayer.TRANSPARENT_BRIDGING ? LinkLayer.ethernet(cursor) : type;
    }
}
