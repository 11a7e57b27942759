package eavesdrop.pcap;

/// Headers of link layers that are met now and then in captures of others.
final class RareLinkLayers {
    private static final int ARCNET_IP_RFC1051 = 0xF0;
    private static final int ARCNET_IP_RFC1201 = 0xD4;
    private static final int ARCNET_EXCEPTION = 0xFF;

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

    /// IP over IEEE 1394 (RFC 2734) as Apple captures it: two addresses of eight bytes, EtherType.
    static int fireWire(Cursor cursor) {
        if (!cursor.has(18)) {
            return LinkLayer.CUT;
        }
        int type = cursor.unsignedShort(16);
        cursor.skip(18);
        return type;
    }

    /// Ethernet in passive optical networks (IEEE 802.3, 76.2.6.1.3): the preamble of eight bytes tells the logical
    /// link.
    static int passiveOptical(Cursor cursor) {
        if (!cursor.has(8)) {
            return LinkLayer.CUT;
        }
        cursor.skip(8);
        return LinkLayer.ethernet(cursor);
    }

    /// As macOS captures on several interfaces: little-endian the length of the header, what it is (1 for a packet),
    /// the link type of what follows, and more about interface and process.
    static int packetTap(Cursor cursor) {
        if (!cursor.has(12)) {
            return LinkLayer.CUT;
        }
        long header = Integer.toUnsignedLong(Integer.reverseBytes(cursor.signedInt(0)));
        LinkType inner = LinkType.of(Integer.reverseBytes(cursor.signedInt(8)));
        // The old number is anybody's to use.
        if (header < 12) {
            return LinkLayer.UNKNOWN;
        }
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip((int) header);
        boolean nested = inner == LinkType.PACKET_TAP || inner == LinkType.PACKET_TAP_OLD;
        return nested ? LinkLayer.NOT_IP : LinkLayer.skip(inner, cursor);
    }
}
