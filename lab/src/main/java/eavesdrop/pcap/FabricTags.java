package eavesdrop.pcap;

/// Tags of switches and meshes: bridge port extension (E-TAG, IEEE 802.1BR; VN-TAG, its forerunner), frames that are
/// sent twice (R-TAG, IEEE 802.1CB), Cisco's FabricPath, B.A.T.M.A.N. advanced (batadv_packet.h of Linux), and LLC
/// behind an EtherType of its own.
final class FabricTags {
    private static final int EXTENSION = 0x893F;
    private static final int EXTENSION_OLD = 0x8926;
    private static final int REDUNDANCY = 0xF1C1;
    private static final int FABRIC_PATH = 0x8903;
    private static final int MESH = 0x4305;
    private static final int LONG_LINK_CONTROL = 0x8870;

    /// B.A.T.M.A.N.: the packet's type and version in one number.
    private static final int UNICAST = 0x400F;
    private static final int UNICAST_FRAGMENT = 0x410F;
    private static final int UNICAST_FOUR_ADDRESSES = 0x420F;
    private static final int BROADCAST = 0x010F;
    private static final int UNICAST_OLD = 0x030E;
    private static final int BROADCAST_OLD = 0x040E;

    private static final int FRAME_CHECK = 4;

    private FabricTags() {}

    /// As `RareTags.skip`.
    static int skip(int type, Cursor cursor) {
        return switch (type) {
            case EXTENSION -> RareTags.typeBehind(6, cursor);
            case EXTENSION_OLD -> virtualInterface(cursor);
            case REDUNDANCY -> RareTags.typeBehind(4, cursor);
            case FABRIC_PATH -> fabricPath(cursor);
            case MESH -> mesh(cursor);
            case LONG_LINK_CONTROL -> LinkLayer.logicalLinkControl(cursor);
            default -> RareTags.NONE;
        };
    }

    /// Four bytes; then, as in Ethernet, an EtherType or a length.
    private static int virtualInterface(Cursor cursor) {
        int field = RareTags.typeBehind(4, cursor);
        return field == LinkLayer.CUT ? field : LinkLayer.typeOrLength(field, cursor);
    }

    /// Two bytes with the tree and the hops that are left; then the frame, with its checksum.
    private static int fabricPath(Cursor cursor) {
        cursor.limit(Math.max(0, cursor.onTheWire() - FRAME_CHECK));
        return RareTags.ethernetBehind(2, cursor);
    }

    /// Type, version, time to live, then what the type wants. Versions 14 and 15 have other numbers for the same.
    private static int mesh(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        return switch (cursor.unsignedShort(0)) {
            case UNICAST, UNICAST_OLD -> RareTags.ethernetBehind(10, cursor);
            case UNICAST_FOUR_ADDRESSES -> RareTags.ethernetBehind(18, cursor);
            case BROADCAST, BROADCAST_OLD -> RareTags.ethernetBehind(14, cursor);
            case UNICAST_FRAGMENT -> LinkLayer.OPAQUE;
            default -> LinkLayer.NOT_IP;
        };
    }
}
