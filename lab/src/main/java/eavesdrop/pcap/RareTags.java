package eavesdrop.pcap;

/// Tags that are met now and then: provider backbone bridges (IEEE 802.1ah), MACsec (IEEE 802.1AE), HSR (IEC 62439-3),
/// TRILL (RFC 6325), service chains (NSH, RFC 8300), Cisco's metadata. Others: `FabricTags`.
final class RareTags {
    /// No tag; the cursor stayed where it was.
    static final int NONE = LinkLayer.NONE;

    private static final int BACKBONE = 0x88E7;
    private static final int MACSEC = 0x88E5;
    private static final int SEAMLESS_REDUNDANCY = 0x892F;
    private static final int TRILL = 0x22F3;
    private static final int SERVICE_CHAIN = 0x894F;
    private static final int CISCO_METADATA = 0x8909;

    private RareTags() {}

    static int skip(int type, Cursor cursor) {
        return switch (type) {
            case BACKBONE -> ethernetBehind(4, cursor);
            case MACSEC -> macsec(cursor);
            case SEAMLESS_REDUNDANCY -> typeBehind(4, cursor);
            case TRILL -> trill(cursor);
            case SERVICE_CHAIN -> serviceChain(cursor);
            case CISCO_METADATA -> ciscoMetadata(cursor);
            default -> FabricTags.skip(type, cursor);
        };
    }

    static int ethernetBehind(int header, Cursor cursor) {
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return LinkLayer.ethernet(cursor);
    }

    /// An EtherType stands behind a header of that many bytes.
    static int typeBehind(int header, Cursor cursor) {
        if (!cursor.has(header + 2)) {
            return LinkLayer.CUT;
        }
        int type = cursor.unsignedShort(header);
        cursor.skip(header + 2);
        return type;
    }

    /// Flags, a short length and the packet number; eight bytes more where a flag wants it; at the end of the frame an
    /// integrity check of 16 bytes.
    private static int macsec(Cursor cursor) {
        if (!cursor.has(6)) {
            return LinkLayer.CUT;
        }
        int flags = cursor.unsignedByte(0);
        boolean encryptedOrChanged = (flags & 0x0C) != 0;
        if (encryptedOrChanged) {
            return LinkLayer.OPAQUE;
        }
        cursor.limit(Math.max(0, cursor.onTheWire() - 16));
        boolean explicitChannel = (flags & 0x20) != 0;
        return typeBehind(explicitChannel ? 14 : 6, cursor);
    }

    /// Two bytes with the length of options in units of four, two nicknames, the options, an Ethernet frame.
    private static int trill(Cursor cursor) {
        if (!cursor.has(6)) {
            return LinkLayer.CUT;
        }
        int options = (cursor.unsignedShort(0) >> 6 & 0x1F) * 4;
        return ethernetBehind(6 + options, cursor);
    }

    /// The low six bits of the second byte are the length in units of four bytes, the fourth byte is what follows.
    static int serviceChain(Cursor cursor) {
        if (!cursor.has(8)) {
            return LinkLayer.CUT;
        }
        int header = (cursor.unsignedByte(1) & 0x3F) * 4;
        int next = cursor.unsignedByte(3);
        if (header < 8 || !cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return switch (next) {
            case 1 -> LinkLayer.IPV4;
            case 2 -> LinkLayer.IPV6;
            case 3 -> LinkLayer.ethernet(cursor);
            case 4 -> SERVICE_CHAIN;
            case 5 -> Tags.mpls(cursor);
            default -> LinkLayer.NOT_IP;
        };
    }

    /// Version, the length of options in units of four bytes, the options, an EtherType.
    private static int ciscoMetadata(Cursor cursor) {
        if (!cursor.has(2)) {
            return LinkLayer.CUT;
        }
        return typeBehind(2 + cursor.unsignedByte(1) * 4, cursor);
    }
}
