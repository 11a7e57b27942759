package eavesdrop.pcap;

/// Tunnels in UDP, known by either port: VXLAN (RFC 7348) and VXLAN-GPE, Geneve (RFC 8926), Teredo (RFC 4380), GTP-U
/// (3GPP TS 29.281), L2TP (RFC 2661), MPLS (RFC 7510) and GRE (RFC 8086) in UDP, LISP (RFC 9300), TZSP. Others:
/// `RareUdpTunnels`.
final class UdpTunnels {
    private static final int HEADER = 8;
    private static final int GTP_USER_DATA = 0xFF;

    private UdpTunnels() {}

    /// The cursor stands at the UDP header (RFC 768). What follows the length that it tells does not belong to the
    /// tunnel. In IPv6, a length of 0 stands for "to the end of the packet" (RFC 2675, section 4).
    static int enter(Cursor cursor, boolean ipv6) {
        if (!cursor.has(HEADER)) {
            return Tunnels.NONE;
        }
        int length = cursor.unsignedShort(4);
        boolean jumbogram = length == 0 && ipv6;
        if (length < HEADER && !jumbogram) {
            return Tunnels.NONE;
        }
        if (!jumbogram) {
            cursor.limit(length);
        }
        return byPorts(cursor);
    }

    /// The cursor stands at the ports. As Wireshark does, the lower one is asked first.
    static int byPorts(Cursor cursor) {
        if (!cursor.has(HEADER + 8)) {
            return Tunnels.NONE;
        }
        int source = cursor.unsignedShort(0);
        int destination = cursor.unsignedShort(2);
        int tunnel = byPort(Math.min(source, destination), cursor);
        return tunnel == Tunnels.NONE ? byPort(Math.max(source, destination), cursor) : tunnel;
    }

    private static int byPort(int port, Cursor cursor) {
        return switch (port) {
            case 1701 -> l2tp(cursor);
            case 2152 -> gtp(cursor);
            case 3544 -> teredo(cursor);
            case 4341 -> lisp(cursor);
            case 4754 -> gre(cursor);
            case 4789 -> vxlan(cursor);
            case 4790 -> vxlanGpe(cursor);
            case 6081 -> geneve(cursor);
            case 6635 -> mpls(cursor);
            case 37_008 -> TazmenSniffer.behind(HEADER, cursor);
            default -> RareUdpTunnels.byPort(port, cursor);
        };
    }

    private static int vxlan(Cursor cursor) {
        cursor.skip(HEADER + 8);
        return LinkLayer.ethernet(cursor);
    }

    /// The fourth byte tells what follows.
    private static int vxlanGpe(Cursor cursor) {
        int next = cursor.unsignedByte(HEADER + 3);
        cursor.skip(HEADER + 8);
        return switch (next) {
            case 1 -> LinkLayer.IPV4;
            case 2 -> LinkLayer.IPV6;
            case 3 -> LinkLayer.ethernet(cursor);
            case 4 -> RareTags.serviceChain(cursor);
            case 5 -> Tags.mpls(cursor);
            default -> LinkLayer.NOT_IP;
        };
    }

    /// The low six bits of the first byte count the options in units of four bytes.
    private static int geneve(Cursor cursor) {
        int type = cursor.unsignedShort(HEADER + 2);
        int header = HEADER + 8 + (cursor.unsignedByte(HEADER) & 0x3F) * 4;
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return type == LinkLayer.TRANSPARENT_BRIDGING ? LinkLayer.ethernet(cursor) : type;
    }

    private static int mpls(Cursor cursor) {
        cursor.skip(HEADER);
        return Tags.mpls(cursor);
    }

    private static int gre(Cursor cursor) {
        cursor.skip(HEADER);
        return Gre.enter(cursor);
    }

    /// Eight bytes, then IPv4 or IPv6.
    private static int lisp(Cursor cursor) {
        cursor.skip(HEADER + 8);
        return LinkLayer.ipVersion(cursor);
    }

    /// IPv6, perhaps behind an authentication header (00 01) and an origin indication (00 00).
    private static int teredo(Cursor cursor) {
        int at = HEADER;
        if (cursor.unsignedShort(at) == 1 && cursor.has(at + 4)) {
            at += 13 + cursor.unsignedByte(at + 2) + cursor.unsignedByte(at + 3);
        }
        if (cursor.has(at + 8) && cursor.unsignedShort(at) == 0) {
            at += 8;
        }
        if (!cursor.has(at + 40) || cursor.unsignedByte(at) >> 4 != 6) {
            return Tunnels.NONE;
        }
        cursor.skip(at);
        return LinkLayer.IPV6;
    }

    /// Version 1, user data: eight bytes, four more where a flag wants it, then extension headers.
    private static int gtp(Cursor cursor) {
        int flags = cursor.unsignedByte(HEADER);
        if (flags >> 5 != 1 || cursor.unsignedByte(HEADER + 1) != GTP_USER_DATA) {
            return Tunnels.NONE;
        }
        int at = HEADER + 8;
        if ((flags & 7) != 0) {
            at += 4;
            boolean extended = (flags & 4) != 0;
            while (extended && cursor.has(at + 1) && cursor.unsignedByte(at - 1) != 0) {
                int length = 4 * cursor.unsignedByte(at);
                if (length == 0) {
                    return LinkLayer.NOT_IP;
                }
                at += length;
            }
        }
        if (!cursor.has(at + 1)) {
            return LinkLayer.CUT;
        }
        cursor.skip(at);
        return LinkLayer.ipVersion(cursor);
    }

    /// A data message of version 2: flags, perhaps length, two identifiers, perhaps numbers and an offset; then PPP.
    private static int l2tp(Cursor cursor) {
        int flags = cursor.unsignedShort(HEADER);
        boolean control = (flags & 0x8000) != 0;
        if (control || (flags & 0x0F) != 2) {
            return Tunnels.NONE;
        }
        int at = HEADER + 6 + ((flags & 0x4000) == 0 ? 0 : 2) + ((flags & 0x0800) == 0 ? 0 : 4);
        if ((flags & 0x0200) != 0) {
            at += cursor.has(at + 2) ? 2 + cursor.unsignedShort(at) : 2;
        }
        if (!cursor.has(at)) {
            return LinkLayer.CUT;
        }
        cursor.skip(at);
        return LinkLayer.ppp(cursor);
    }
}
