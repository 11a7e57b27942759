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

    /// A first nibble of 0 is the control word of a pseudowire (RFC 4448), behind which Ethernet follows.
    private static int pseudowire(Cursor cursor) {
        boolean controlWord = cursor.has(4) && cursor.unsignedByte(0) >> 4 == 0;
        if (!controlWord) {
            return LinkLayer.ipVersion(cursor);
        }
        cursor.skip(4);
        return LinkLayer.ethernet(cursor);
    }
}
