package eavesdrop.pcap;

/// What Juniper's routers capture: a magic number, flags, perhaps extensions with their length; then the header of the
/// link layer, or in its place the protocol of what follows. The link types tell which cookies the card has put between
/// (LINKTYPE_JUNIPER_… of draft-ietf-opsawg-pcaplinktype; `print-juniper.c` of tcpdump).
final class Juniper {
    private static final int MAGIC = 0x4D4743;
    private static final int EXTENDED = 0x80;
    private static final int WITHOUT_LINK_LAYER = 0x02;
    private static final int INCOMING = 0x01;

    private Juniper() {}

    static int frame(LinkType linkType, Cursor cursor) {
        if (!cursor.has(8)) {
            return LinkLayer.CUT;
        }
        // Old systems write no magic number, and nothing else of this header.
        boolean magic = cursor.signedInt(0) >>> 8 == MAGIC;
        int flags = magic ? cursor.unsignedByte(3) : 0;
        int extensions = (flags & EXTENDED) == 0 ? 0 : 2 + cursor.unsignedShort(4);
        int header = magic ? 4 + extensions : 0;
        if (!cursor.has(header + 4)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        if ((flags & WITHOUT_LINK_LAYER) != 0) {
            return payload(Integer.reverseBytes(cursor.signedInt(0)), 4, cursor);
        }
        return behindHeader(linkType, cursor, (flags & INCOMING) != 0);
    }

    private static int behindHeader(LinkType linkType, Cursor cursor, boolean incoming) {
        return switch (linkType) {
            case JUNIPER_ETHERNET, JUNIPER_PPPOE -> LinkLayer.ethernet(cursor);
            case JUNIPER_PPP -> LinkLayer.ppp(cursor);
            case JUNIPER_FRAME_RELAY -> OldNetworks.frameRelay(cursor);
            case JUNIPER_CISCO_HDLC -> OldNetworks.ciscoHdlc(cursor);
            case JUNIPER_VOICE -> ipv4Behind(18, cursor);
            case JUNIPER_SERVICES -> ipv4Behind(incoming ? 16 : 12, cursor);
            case JUNIPER_GGSN -> payload(cursor.unsignedByte(0) | cursor.unsignedByte(1) << 8, 4, cursor);
            case JUNIPER_ATM1 -> atm1(cursor);
            case JUNIPER_ATM2 -> atm2(cursor, incoming);
            default -> LinkLayer.UNKNOWN;
        };
    }

    /// What Juniper's numbers of protocols stand for; several are IPv4 before or after its way through MPLS.
    private static int payload(int protocol, int header, Cursor cursor) {
        cursor.skip(header);
        return switch (protocol) {
            case 2, 3 -> LinkLayer.IPV4;
            case 4, 5 -> Tags.MPLS;
            case 6 -> LinkLayer.IPV6;
            case 200 -> LinkLayer.ppp(cursor);
            case 202, 203 -> LinkLayer.logicalLinkControl(cursor);
            case 204 -> LinkLayer.ethernet(cursor);
            case 207 -> OldNetworks.frameRelay(cursor);
            case 208 -> OldNetworks.ciscoHdlc(cursor);
            default -> LinkLayer.NOT_IP;
        };
    }

    private static int ipv4Behind(int header, Cursor cursor) {
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return LinkLayer.IPV4;
    }

    /// A cookie of four bytes, whose first is 80 for cells of the network's own.
    private static int atm1(Cursor cursor) {
        boolean maintenance = cursor.unsignedByte(0) == 0x80;
        cursor.skip(4);
        return maintenance ? LinkLayer.NOT_IP : linkControlOrIp(cursor);
    }

    /// A cookie of eight bytes. Ethernet is only to be told by the gap that its fourth byte counts.
    private static int atm2(Cursor cursor, boolean incoming) {
        if (!cursor.has(12)) {
            return LinkLayer.CUT;
        }
        boolean gap = (cursor.unsignedByte(3) & 0x3F) != 0;
        boolean maintenance = (cursor.unsignedByte(7) & 0x70) != 0;
        cursor.skip(8);
        if (maintenance) {
            return LinkLayer.NOT_IP;
        }
        if (!isLinkControl(cursor) && gap && !incoming) {
            return LinkLayer.ethernet(cursor);
        }
        return isPpp(cursor) ? LinkLayer.ppp(cursor) : linkControlOrIp(cursor);
    }

    private static int linkControlOrIp(Cursor cursor) {
        return isLinkControl(cursor) ? LinkLayer.logicalLinkControl(cursor) : LinkLayer.ipVersion(cursor);
    }

    private static boolean isLinkControl(Cursor cursor) {
        return cursor.has(3) && cursor.unsignedShort(0) == 0xAAAA && cursor.unsignedByte(2) == 3;
    }

    private static boolean isPpp(Cursor cursor) {
        int protocol = cursor.has(2) ? cursor.unsignedShort(0) : 0;
        return protocol == 0x0021 || protocol == 0x0057 || protocol == 0x0281;
    }
}
