package eavesdrop.pcap;

/// Headers of link layers that are met now and then in captures of others.
final class RareLinkLayers {
    private static final int ARCNET_IP_RFC1051 = 0xF0;
    private static final int ARCNET_IP_RFC1201 = 0xD4;
    private static final int ARCNET_EXCEPTION = 0xFF;
    private static final int JUNIPER_MAGIC = 0x4D4743;

    private RareLinkLayers() {}

    /// ARCnet (RFC 1051, RFC 1201): source, destination, two bytes more where Linux captured, protocol.
    static int arcnet(Cursor cursor, int header) {
        if (!cursor.has(header + 5)) {
            return LinkLayer.CUT;
        }
        int protocol = cursor.unsignedByte(header - 1);
        cursor.skip(header);
        return switch (protocol) {
            case ARCNET_IP_RFC1051 -> LinkLayer.IPV4;
            case ARCNET_IP_RFC1201 -> afterArcnetSplit(cursor);
            default -> LinkLayer.NOT_IP;
        };
    }

    /// A split flag and a sequence number of two bytes; after an exception once more.
    private static int afterArcnetSplit(Cursor cursor) {
        cursor.skip(cursor.unsignedByte(0) == ARCNET_EXCEPTION ? 7 : 3);
        return LinkLayer.IPV4;
    }

    /// IP over Fibre Channel (RFC 2625): two addresses of eight bytes, then LLC and SNAP.
    static int fibreChannel(Cursor cursor) {
        if (!cursor.has(16)) {
            return LinkLayer.CUT;
        }
        cursor.skip(16);
        return LinkLayer.logicalLinkControl(cursor);
    }

    /// Symantec's firewall: 44 bytes, of which the EtherType is the fourth pair.
    static int symantec(Cursor cursor) {
        if (!cursor.has(44)) {
            return LinkLayer.CUT;
        }
        int type = cursor.unsignedShort(6);
        cursor.skip(44);
        return type;
    }

    /// PPP behind a byte that tells the direction.
    static int withDirection(Cursor cursor) {
        cursor.skip(1);
        return LinkLayer.ppp(cursor);
    }

    /// IP over InfiniBand as Solaris captures it: 40 bytes of addresses, EtherType, two bytes reserved.
    static int infiniband(Cursor cursor) {
        if (!cursor.has(44)) {
            return LinkLayer.CUT;
        }
        int type = cursor.unsignedShort(40);
        cursor.skip(44);
        return type;
    }

    /// Ethernet behind Juniper's own header: a magic number, flags, and extensions with their length.
    static int juniperEthernet(Cursor cursor) {
        if (!cursor.has(6)) {
            return LinkLayer.CUT;
        }
        boolean magic = cursor.signedInt(0) >>> 8 == JUNIPER_MAGIC;
        boolean extended = (cursor.unsignedByte(3) & 0x80) != 0;
        boolean withoutLinkLayer = (cursor.unsignedByte(3) & 0x02) != 0;
        if (!magic || withoutLinkLayer) {
            return LinkLayer.NOT_IP;
        }
        cursor.skip(extended ? 6 + cursor.unsignedShort(4) : 4);
        return LinkLayer.ethernet(cursor);
    }
}
