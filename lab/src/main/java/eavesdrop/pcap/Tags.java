package eavesdrop.pcap;

/// What may stand between the EtherType and the IP header: VLAN tags (IEEE 802.1Q, as many as there are), MPLS labels
/// (RFC 3032), PPPoE (RFC 2516). Others: `RareTags`.
final class Tags {
    private static final int VLAN = 0x8100;
    private static final int VLAN_QINQ = 0x88A8;
    private static final int VLAN_QINQ_OLD = 0x9100;
    static final int MPLS = 0x8847;
    private static final int MPLS_MULTICAST = 0x8848;
    private static final int PPPOE = 0x8864;
    private static final int VLAN_NUMBER = 0x0FFF;

    private Tags() {}

    /// Passes over all tags, and returns the EtherType of what follows.
    static int skip(int first, Cursor cursor) {
        int type = first;
        while (true) {
            switch (type) {
                case LinkLayer.IPV4, LinkLayer.IPV6 -> {
                    return type;
                }
                case VLAN, VLAN_QINQ, VLAN_QINQ_OLD -> type = vlan(type, cursor);
                case MPLS, MPLS_MULTICAST -> type = mpls(cursor);
                case PPPOE -> type = LinkLayer.pppoe(cursor);
                case LinkLayer.TRANSPARENT_BRIDGING -> type = LinkLayer.ethernet(cursor);
                default -> {
                    int behind = RareTags.skip(type, cursor);
                    if (behind == RareTags.NONE) {
                        return type;
                    }
                    type = behind;
                }
            }
        }
    }

    private static int vlan(int tag, Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        // As in Wireshark the number in a provider's tag does not count.
        if (tag != VLAN_QINQ) {
            cursor.inVlan(cursor.unsignedShort(0) & VLAN_NUMBER);
        }
        int type = cursor.unsignedShort(2);
        cursor.skip(4);
        return LinkLayer.typeOrLength(type, cursor);
    }

    /// Labels of four bytes; bit 8 marks the last. What follows can only be guessed from its first four bits.
    static int mpls(Cursor cursor) {
        boolean last = false;
        while (!last) {
            if (!cursor.has(4)) {
                return LinkLayer.CUT;
            }
            last = (cursor.unsignedByte(2) & 1) != 0;
            cursor.skip(4);
        }
        return pseudowire(cursor);
    }

    /// A first nibble of 0 is the control word of a pseudowire (RFC 4448), behind which Ethernet follows; or the
    /// pseudowire has none, and it is the first of an Ethernet address.
    private static int pseudowire(Cursor cursor) {
        boolean ethernet = cursor.has(4) && cursor.unsignedByte(0) >> 4 == 0;
        if (!ethernet) {
            return LinkLayer.ipVersion(cursor);
        }
        if (!isEthernetWithIp(cursor)) {
            cursor.skip(4);
        }
        return LinkLayer.ethernet(cursor);
    }

    /// Whether IP stands where it does in an Ethernet frame, with a VLAN tag or without, that begins here.
    private static boolean isEthernetWithIp(Cursor cursor) {
        int type = cursor.has(15) && cursor.unsignedShort(12) == VLAN ? 16 : 12;
        if (!cursor.has(type + 3)) {
            return false;
        }
        int version = cursor.unsignedByte(type + 2) >> 4;
        return switch (cursor.unsignedShort(type)) {
            case LinkLayer.IPV4 -> version == 4;
            case LinkLayer.IPV6 -> version == 6;
            default -> false;
        };
    }
}
