package eavesdrop.pcap;

/// Tunnels that are met now and then in captures of others: Teredo (RFC 4380), GTP-U (3GPP TS 29.281), L2TP (RFC
/// 2661), VXLAN-GPE, PPTP (RFC 2637), ERSPAN.
final class RareTunnels {
    static final int PPTP = 0x880B;
    static final int ERSPAN_II = 0x88BE;
    static final int ERSPAN_III = 0x22EB;

    private static final int UDP_HEADER = 8;
    private static final int TEREDO_PORT = 3544;
    private static final int GTP_PORT = 2152;
    private static final int L2TP_PORT = 1701;
    private static final int VXLAN_GPE_PORT = 4790;
    private static final int GTP_USER_DATA = 0xFF;

    private RareTunnels() {}

    /// Looks into what UDP carries, by either port. The cursor stands at the UDP header, of which 16 bytes are there.
    static int udp(Cursor cursor) {
        int tunnel = byPort(cursor.unsignedShort(2), cursor);
        return tunnel == Tunnels.NONE ? byPort(cursor.unsignedShort(0), cursor) : tunnel;
    }

    private static int byPort(int port, Cursor cursor) {
        return switch (port) {
            case TEREDO_PORT -> teredo(cursor);
            case GTP_PORT -> gtp(cursor);
            case L2TP_PORT -> l2tp(cursor);
            case VXLAN_GPE_PORT -> vxlanGpe(cursor);
            default -> Tunnels.NONE;
        };
    }

    /// IPv6, perhaps behind an authentication header (00 01) and an origin indication (00 00).
    private static int teredo(Cursor cursor) {
        long at = UDP_HEADER;
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
        int flags = cursor.unsignedByte(UDP_HEADER);
        if (flags >> 5 != 1 || cursor.unsignedByte(UDP_HEADER + 1) != GTP_USER_DATA) {
            return Tunnels.NONE;
        }
        long at = UDP_HEADER + 8;
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
        int flags = cursor.unsignedShort(UDP_HEADER);
        boolean control = (flags & 0x8000) != 0;
        if (control || (flags & 0x0F) != 2) {
            return Tunnels.NONE;
        }
        long at = UDP_HEADER + 6L + ((flags & 0x4000) == 0 ? 0 : 2) + ((flags & 0x0800) == 0 ? 0 : 4);
        if ((flags & 0x0200) != 0) {
            at += cursor.has(at + 2) ? 2 + cursor.unsignedShort(at) : 2;
        }
        if (!cursor.has(at)) {
            return LinkLayer.CUT;
        }
        cursor.skip(at);
        return LinkLayer.ppp(cursor);
    }

    /// The fourth byte tells what follows.
    private static int vxlanGpe(Cursor cursor) {
        int next = cursor.unsignedByte(UDP_HEADER + 3);
        cursor.skip(UDP_HEADER + 8);
        return switch (next) {
            case 1 -> LinkLayer.IPV4;
            case 2 -> LinkLayer.IPV6;
            case 3 -> LinkLayer.ethernet(cursor);
            default -> LinkLayer.NOT_IP;
        };
    }

    /// GRE of version 1: key, then a sequence and an acknowledgment number where flags want them; then PPP.
    static int pptp(Cursor cursor, int flags) {
        int header = 8 + ((flags & 0x1000) == 0 ? 0 : 4) + ((flags & 0x0080) == 0 ? 0 : 4);
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return LinkLayer.ppp(cursor);
    }

    /// @param sequence whether GRE has a sequence number: only then there is a header of eight bytes (type II)
    static int erspan(Cursor cursor, boolean sequence) {
        int header = sequence ? 8 : 0;
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return LinkLayer.ethernet(cursor);
    }

    /// Twelve bytes, and eight more where the last bit says so.
    static int erspanThree(Cursor cursor) {
        if (!cursor.has(12)) {
            return LinkLayer.CUT;
        }
        boolean more = (cursor.unsignedByte(11) & 1) != 0;
        cursor.skip(more ? 20 : 12);
        return LinkLayer.ethernet(cursor);
    }
}
