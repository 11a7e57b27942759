package eavesdrop.pcap;

/// Passes over the header of the link layer, up to the IP header.
///
/// Each method moves the cursor behind one header and returns the EtherType of what follows, or one of
/// `NOT_IP` and `CUT`. Numbers of link types and their headers: draft-ietf-opsawg-pcaplinktype.
final class LinkLayer {
    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86DD;
    static final int TRANSPARENT_BRIDGING = 0x6558;
    static final int NOT_IP = -1;
    static final int CUT = -2;
    static final int UNKNOWN = -3;

    private static final int VLAN = 0x8100;
    private static final int VLAN_QINQ = 0x88A8;
    private static final int VLAN_QINQ_OLD = 0x9100;
    private static final int MPLS = 0x8847;
    private static final int MPLS_MULTICAST = 0x8848;
    private static final int PPPOE = 0x8864;
    private static final int BACKBONE = 0x88E7;
    /// Below this the field is the length of an IEEE 802.3 frame.
    private static final int FIRST_ETHERTYPE = 0x0600;

    private LinkLayer() {}

    /// Passes over everything before the IP header.
    static int skip(LinkType linkType, Cursor cursor) {
        return switch (linkType) {
            case ETHERNET -> afterTags(ethernet(cursor), cursor);
            case NULL, LOOP -> loopback(cursor);
            case PPP -> afterTags(ppp(cursor), cursor);
            case RAW, RAW_OLD, RAW_BSD -> ipVersion(cursor);
            case IPV4 -> IPV4;
            case IPV6 -> IPV6;
            case LINUX_SLL -> afterTags(cooked(cursor, 16, 14), cursor);
            case LINUX_SLL2 -> afterTags(cooked(cursor, 20, 0), cursor);
            case ARCNET_BSD -> RareLinkLayers.arcnet(cursor, 3);
            case ARCNET_LINUX -> RareLinkLayers.arcnet(cursor, 5);
            case JUNIPER_ETHERNET -> afterTags(RareLinkLayers.juniperEthernet(cursor), cursor);
            case INFINIBAND -> RareLinkLayers.infiniband(cursor);
            case TOKEN_RING -> OldNetworks.tokenRing(cursor);
            case FDDI -> OldNetworks.fddi(cursor);
            case ATM, ATM_OLD -> OldNetworks.atm(cursor);
            case CISCO_HDLC -> afterTags(OldNetworks.ciscoHdlc(cursor), cursor);
            case PPP_SERIAL -> afterTags(OldNetworks.serial(cursor), cursor);
            case PPP_ETHER -> afterTags(pppoe(cursor), cursor);
            case FRAME_RELAY -> OldNetworks.frameRelay(cursor);
            case PFLOG -> FirewallLogs.pflog(cursor);
            case NFLOG -> FirewallLogs.nflog(cursor);
            case WIFI -> afterTags(Wifi.frame(cursor, false), cursor);
            case WIFI_RADIOTAP -> afterTags(Wifi.radiotap(cursor), cursor);
            case WIFI_PRISM -> afterTags(Wifi.prism(cursor), cursor);
            case WIFI_AVS -> afterTags(Wifi.avs(cursor), cursor);
            case PPI -> afterTags(Wifi.perPacketInformation(cursor), cursor);
            case OTHER -> UNKNOWN;
        };
    }

    static int ethernet(Cursor cursor) {
        if (!cursor.has(14)) {
            return CUT;
        }
        int type = cursor.unsignedShort(12);
        cursor.skip(14);
        if (type >= FIRST_ETHERTYPE) {
            return type;
        }
        cursor.limit(type);
        return subnetworkAccess(cursor);
    }

    /// IEEE 802.2 with a SNAP header: AA AA 03, three bytes of organisation, then the EtherType.
    static int subnetworkAccess(Cursor cursor) {
        if (!cursor.has(8)) {
            return NOT_IP;
        }
        boolean snap = cursor.unsignedShort(0) == 0xAAAA && cursor.unsignedByte(2) == 3;
        int type = cursor.unsignedShort(6);
        cursor.skip(8);
        return snap ? type : NOT_IP;
    }

    /// Passes over VLAN tags (802.1Q, as many as there are), MPLS labels and PPPoE.
    static int afterTags(int first, Cursor cursor) {
        int type = first;
        while (true) {
            switch (type) {
                case VLAN, VLAN_QINQ, VLAN_QINQ_OLD -> type = vlan(cursor);
                case MPLS, MPLS_MULTICAST -> type = mpls(cursor);
                case PPPOE -> type = pppoe(cursor);
                case BACKBONE -> type = backbone(cursor);
                case TRANSPARENT_BRIDGING -> type = ethernet(cursor);
                default -> {
                    return type;
                }
            }
        }
    }

    private static int vlan(Cursor cursor) {
        if (!cursor.has(4)) {
            return CUT;
        }
        int type = cursor.unsignedShort(2);
        cursor.skip(4);
        if (type >= FIRST_ETHERTYPE) {
            return type;
        }
        cursor.limit(type);
        return subnetworkAccess(cursor);
    }

    /// Provider backbone bridges (IEEE 802.1ah): four bytes of tag, then a whole Ethernet frame.
    private static int backbone(Cursor cursor) {
        if (!cursor.has(4)) {
            return CUT;
        }
        cursor.skip(4);
        return ethernet(cursor);
    }

    /// Labels of four bytes; bit 8 marks the last. What follows can only be guessed from its first four bits.
    private static int mpls(Cursor cursor) {
        boolean last = false;
        while (!last) {
            if (!cursor.has(4)) {
                return CUT;
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
            return ipVersion(cursor);
        }
        cursor.skip(4);
        return ethernet(cursor);
    }

    private static int pppoe(Cursor cursor) {
        if (!cursor.has(8)) {
            return CUT;
        }
        cursor.skip(6);
        return ppp(cursor);
    }

    /// RFC 1661; the address and control bytes FF 03 may stand before the protocol, which has one byte when
    /// it is odd.
    static int ppp(Cursor cursor) {
        if (!cursor.has(4)) {
            return CUT;
        }
        if (cursor.unsignedShort(0) == 0xFF03) {
            cursor.skip(2);
        }
        boolean oneByte = (cursor.unsignedByte(0) & 1) != 0;
        int protocol = oneByte ? cursor.unsignedByte(0) : cursor.unsignedShort(0);
        cursor.skip(oneByte ? 1 : 2);
        return switch (protocol) {
            case 0x0021 -> IPV4;
            case 0x0057 -> IPV6;
            case 0x0281 -> MPLS;
            default -> NOT_IP;
        };
    }

    /// The protocol family of BSD in either byte order: 2 is IPv4; 10, 24, 28 and 30 are IPv6.
    static int loopback(Cursor cursor) {
        if (!cursor.has(4)) {
            return CUT;
        }
        int family = cursor.signedInt(0);
        cursor.skip(4);
        boolean swapped = (family & 0xFFFF) == 0 && family != 0;
        return switch (swapped ? Integer.reverseBytes(family) : family) {
            case 2 -> IPV4;
            case 10, 24, 28, 30 -> IPV6;
            default -> NOT_IP;
        };
    }

    static int ipVersion(Cursor cursor) {
        if (!cursor.has(1)) {
            return CUT;
        }
        return switch (cursor.unsignedByte(0) >> 4) {
            case 4 -> IPV4;
            case 6 -> IPV6;
            default -> NOT_IP;
        };
    }

    /// The EtherType stands at one place or another, depending on the version.
    private static int cooked(Cursor cursor, int header, int typeAt) {
        if (!cursor.has(header)) {
            return CUT;
        }
        int type = cursor.unsignedShort(typeAt);
        cursor.skip(header);
        return type;
    }
}
