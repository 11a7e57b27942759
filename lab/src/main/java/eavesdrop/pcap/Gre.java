package eavesdrop.pcap;

/// Generic routing encapsulation (RFC 2784, RFC 2890; version 0 with the routing field of RFC 1701) and what is
/// carried in it beside Ethernet and IP: PPTP (RFC 2637), ERSPAN, web cache redirection, PPP, Frame Relay, and
/// the 802.11 frames of Aruba's access points.
final class Gre {
    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int VERSION = 0x0007;
    private static final int PPTP_ACKNOWLEDGMENT = 0x0080;

    private static final int PPTP = 0x880B;
    private static final int ERSPAN_II = 0x88BE;
    private static final int ERSPAN_III = 0x22EB;
    private static final int WEB_CACHE = 0x883E;
    private static final int ETHERNET_OLD = 0x6400;
    private static final int FRAME_RELAY = 0x6559;
    /// From here to the last every sixteenth number: the upper digits tell the queue.
    private static final int ARUBA_FIRST = 0x8200;
    private static final int ARUBA_LAST = 0x8370;

    private Gre() {}

    /// Four bytes, then optional fields, as the flags tell.
    static int enter(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        int flags = cursor.unsignedShort(0);
        int type = cursor.unsignedShort(2);
        if ((flags & VERSION) == 1 && type == PPTP) {
            return pptp(cursor, flags);
        }
        int header = 4
                + (has(flags, CHECKSUM | ROUTING) ? 4 : 0)
                + (has(flags, KEY) ? 4 : 0)
                + (has(flags, SEQUENCE) ? 4 : 0);
        if ((flags & VERSION) != 0 || !cursor.has(header)) {
            return LinkLayer.NOT_IP;
        }
        cursor.skip(header);
        if (has(flags, ROUTING) && !skipRoutes(cursor)) {
            return LinkLayer.CUT;
        }
        return switch (type) {
            case LinkLayer.TRANSPARENT_BRIDGING, ETHERNET_OLD -> LinkLayer.ethernet(cursor);
            case WEB_CACHE -> webCache(cursor);
            case ERSPAN_II -> erspan(cursor, has(flags, SEQUENCE));
            case ERSPAN_III -> erspanThree(cursor);
            case PPTP -> LinkLayer.ppp(cursor);
            case FRAME_RELAY -> OldNetworks.frameRelay(cursor);
            default -> isAruba(type) ? Wifi.frame(cursor, false) : type;
        };
    }

    private static boolean isAruba(int type) {
        return type >= ARUBA_FIRST && type <= ARUBA_LAST && (type & 0x0F) == 0;
    }

    private static boolean has(int flags, int any) {
        return (flags & any) != 0;
    }

    /// Each route has an address family, an offset and its length; one of family 0 and length 0 ends them.
    private static boolean skipRoutes(Cursor cursor) {
        while (cursor.has(4)) {
            int family = cursor.unsignedShort(0);
            int length = cursor.unsignedByte(3);
            cursor.skip(4 + length);
            if (family == 0 && length == 0) {
                return true;
            }
        }
        return false;
    }

    /// Two bytes of a key, then a sequence and an acknowledgment number where flags want them; then PPP.
    private static int pptp(Cursor cursor, int flags) {
        int header = 8 + (has(flags, SEQUENCE) ? 4 : 0) + (has(flags, PPTP_ACKNOWLEDGMENT) ? 4 : 0);
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return LinkLayer.ppp(cursor);
    }

    /// @param sequence whether GRE has a sequence number: only then there is a header of eight bytes (type II)
    private static int erspan(Cursor cursor, boolean sequence) {
        int header = sequence ? 8 : 0;
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        if (sequence) {
            inMirroredVlan(cursor);
        }
        cursor.skip(header);
        return LinkLayer.ethernet(cursor);
    }

    /// Twelve bytes, and eight more where the last bit says so.
    private static int erspanThree(Cursor cursor) {
        if (!cursor.has(12)) {
            return LinkLayer.CUT;
        }
        inMirroredVlan(cursor);
        boolean more = (cursor.unsignedByte(11) & 1) != 0;
        cursor.skip(more ? 20 : 12);
        return LinkLayer.ethernet(cursor);
    }

    /// The switch that mirrors a frame writes down the VLAN that it came from: 12 bits behind the version.
    private static void inMirroredVlan(Cursor cursor) {
        cursor.inVlan(cursor.unsignedShort(0) & 0x0FFF);
    }

    /// IPv4, perhaps behind a header of four bytes.
    private static int webCache(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        if (cursor.unsignedByte(0) >> 4 != 4) {
            cursor.skip(4);
        }
        return LinkLayer.IPV4;
    }
}
