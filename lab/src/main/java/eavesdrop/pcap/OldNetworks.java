package eavesdrop.pcap;

/// Link layers of leased lines and of networks that few have seen: Cisco HDLC, Frame Relay, ATM, Token Ring, FDDI.
final class OldNetworks {
    private static final int ROUTED = 0x80;

    private OldNetworks() {}

    /// Address, control, EtherType.
    static int ciscoHdlc(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        int type = cursor.unsignedShort(2);
        cursor.skip(4);
        return type;
    }

    /// PPP in HDLC frames (RFC 1662), or Cisco HDLC, whose address is 0F or 8F.
    static int serial(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        int address = cursor.unsignedByte(0);
        return address == 0x0F || address == 0x8F ? ciscoHdlc(cursor) : LinkLayer.ppp(cursor);
    }

    /// RFC 2427: an address of two bytes, then 03, perhaps a byte of padding, and the network layer's identifier;
    /// Cisco writes an EtherType there.
    static int frameRelay(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        cursor.skip(2);
        if (cursor.unsignedByte(0) != 3) {
            int type = cursor.unsignedShort(0);
            cursor.skip(2);
            return type;
        }
        cursor.skip(cursor.unsignedByte(1) == 0 ? 2 : 1);
        if (!cursor.has(1)) {
            return LinkLayer.CUT;
        }
        int layer = cursor.unsignedByte(0);
        cursor.skip(1);
        return switch (layer) {
            case 0x80 -> subnetworkAccess(cursor);
            case 0xCC -> LinkLayer.IPV4;
            case 0x8E -> LinkLayer.IPV6;
            default -> LinkLayer.NOT_IP;
        };
    }

    /// Three bytes of organisation, then the EtherType.
    private static int subnetworkAccess(Cursor cursor) {
        if (!cursor.has(5)) {
            return LinkLayer.CUT;
        }
        int type = cursor.unsignedShort(3);
        cursor.skip(5);
        return type;
    }

    /// SunATM: flags and the circuit before what `atm` reads, which only the circuits with LLC have.
    static int sunAtm(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        boolean withLinkControl = (cursor.unsignedByte(0) & 0x0F) == 2;
        cursor.skip(4);
        return withLinkControl ? atm(cursor) : LinkLayer.NOT_IP;
    }

    /// RFC 2684, routed protocols: the LLC and SNAP headers alone.
    static int atm(Cursor cursor) {
        return LinkLayer.logicalLinkControl(cursor);
    }

    /// Access control, frame control, two addresses, and a route of its own length where the first bit of the
    /// source address is set.
    static int tokenRing(Cursor cursor) {
        if (!cursor.has(16)) {
            return LinkLayer.CUT;
        }
        boolean routed = (cursor.unsignedByte(8) & ROUTED) != 0;
        cursor.skip(14);
        cursor.skip(routed ? cursor.unsignedByte(0) & 0x1F : 0);
        return LinkLayer.logicalLinkControl(cursor);
    }

    /// Frame control and two addresses.
    static int fddi(Cursor cursor) {
        if (!cursor.has(13)) {
            return LinkLayer.CUT;
        }
        cursor.skip(13);
        return LinkLayer.logicalLinkControl(cursor);
    }
}
