package eavesdrop.pcap;

/// Passes over the header of the link layer, up to the IP header.
///
/// Each method moves the cursor behind one header and returns the EtherType of what follows, or one of
/// `NOT_IP`, `CUT` and `OPAQUE`. Numbers of link types and their headers: draft-ietf-opsawg-pcaplinktype.
final class LinkLayer {
    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86DD;
    static final int TRANSPARENT_BRIDGING = 0x6558;
    static final int NOT_IP = -1;
    static final int CUT = -2;
    static final int UNKNOWN = -3;
    /// Holds packets in a form that is not taken apart here: encrypted, or several in one.
    static final int OPAQUE = -4;
    /// Nothing that was looked for stands here; the cursor stayed where it was.
    static final int NONE = -10;

    /// In place of an EtherType: IEEE 802.2 without SNAP.
    private static final int LOGICAL_LINK_CONTROL = 0x0004;
    /// In place of an EtherType in "cooked" captures: the frame with its own header.
    private static final int WHOLE_ETHERNET = 0x0003;

    private static final int WHOLE_PPP = 0x0007;
    private static final int IP_SERVICE = 0x06;
    /// Below this the field is the length of an IEEE 802.3 frame.
    private static final int FIRST_ETHERTYPE = 0x0600;

    private LinkLayer() {}

    /// Passes over everything before the IP header.
    static int skip(LinkType linkType, Cursor cursor) {
        return switch (linkType) {
            case ETHERNET -> Tags.skip(ethernet(cursor), cursor);
            case NULL, LOOP -> loopback(cursor);
            case PPP -> Tags.skip(ppp(cursor), cursor);
            case RAW, RAW_OLD, RAW_BSD, CLASSICAL_IP, CLASSICAL_IP_16, CLASSICAL_IP_18, CLASSICAL_IP_19 ->
                ipVersion(cursor);
            case IPV4 -> IPV4;
            case IPV6 -> IPV6;
            case LINUX_SLL -> Tags.skip(cooked(cursor, 16, 14), cursor);
            case LINUX_SLL2 -> Tags.skip(cooked(cursor, 20, 0), cursor);
            case ARCNET_BSD -> RareLinkLayers.arcnet(cursor, 3);
            case ARCNET_LINUX -> RareLinkLayers.arcnet(cursor, 5);
            case JUNIPER_GGSN,
                    JUNIPER_ATM2,
                    JUNIPER_SERVICES,
                    JUNIPER_ATM1,
                    JUNIPER_PPPOE,
                    JUNIPER_ETHERNET,
                    JUNIPER_PPP,
                    JUNIPER_FRAME_RELAY,
                    JUNIPER_CISCO_HDLC,
                    JUNIPER_VOICE -> Tags.skip(Juniper.frame(linkType, cursor), cursor);
            case TAZMEN_SNIFFER -> Tags.skip(TazmenSniffer.behind(0, cursor), cursor);
            case FIRE_WIRE -> Tags.skip(RareLinkLayers.fireWire(cursor), cursor);
            case PASSIVE_OPTICAL -> Tags.skip(RareLinkLayers.passiveOptical(cursor), cursor);
            case PACKET_TAP, PACKET_TAP_OLD -> RareLinkLayers.packetTap(cursor);
            case IP_OVER_FIBRE_CHANNEL -> RareLinkLayers.fibreChannel(cursor);
            case SYMANTEC -> RareLinkLayers.symantec(cursor);
            case INFINIBAND -> RareLinkLayers.infiniband(cursor);
            case TOKEN_RING -> OldNetworks.tokenRing(cursor);
            case FDDI -> OldNetworks.fddi(cursor);
            case SUN_ATM -> OldNetworks.sunAtm(cursor);
            case ATM, ATM_OLD -> OldNetworks.atm(cursor);
            case CISCO_HDLC, CISCO_HDLC_BSD -> Tags.skip(OldNetworks.ciscoHdlc(cursor), cursor);
            case PPP_SERIAL -> Tags.skip(OldNetworks.serial(cursor), cursor);
            case PPP_WITH_DIRECTION -> Tags.skip(RareLinkLayers.withDirection(cursor), cursor);
            case PPP_ETHER -> Tags.skip(pppoe(cursor), cursor);
            case FRAME_RELAY -> OldNetworks.frameRelay(cursor);
            case ENCAPSULATED -> FirewallLogs.encapsulated(cursor);
            case PFLOG -> FirewallLogs.pflog(cursor);
            case NFLOG -> FirewallLogs.nflog(cursor);
            case WIFI -> Tags.skip(Wifi.frame(cursor, false), cursor);
            case WIFI_RADIOTAP -> Tags.skip(Wifi.radiotap(cursor), cursor);
            case WIFI_PRISM -> Tags.skip(Wifi.prism(cursor), cursor);
            case WIFI_AVS -> Tags.skip(Wifi.avs(cursor), cursor);
            case PPI -> Tags.skip(Wifi.perPacketInformation(cursor), cursor);
            case OTHER -> UNKNOWN;
        };
    }

    static int ethernet(Cursor cursor) {
        if (!cursor.has(14)) {
            return CUT;
        }
        int type = cursor.unsignedShort(12);
        cursor.skip(14);
        return typeOrLength(type, cursor);
    }

    /// What the field behind the addresses is: an EtherType, or the length of what follows, which begins with IEEE
    /// 802.2.
    static int typeOrLength(int field, Cursor cursor) {
        if (field >= FIRST_ETHERTYPE) {
            return field;
        }
        cursor.limit(field);
        return logicalLinkControl(cursor);
    }

    /// IEEE 802.2. With a SNAP header: AA AA 03, three bytes of organisation, then the EtherType. IP may stand there
    /// without it, as 06 06 03.
    static int logicalLinkControl(Cursor cursor) {
        if (cursor.has(3) && cursor.unsignedByte(0) == IP_SERVICE && cursor.unsignedByte(2) == 3) {
            cursor.skip(3);
            return IPV4;
        }
        if (!cursor.has(8)) {
            return NOT_IP;
        }
        boolean snap = cursor.unsignedShort(0) == 0xAAAA && cursor.unsignedByte(2) == 3;
        int type = cursor.unsignedShort(6);
        cursor.skip(8);
        return snap ? type : NOT_IP;
    }

    /// RFC 2516, section 4. PPP follows, from its protocol on.
    static int pppoe(Cursor cursor) {
        if (!cursor.has(8)) {
            return CUT;
        }
        int length = cursor.unsignedShort(4);
        cursor.skip(6);
        // As Wireshark does: a length that is too small cuts the packet off, one that is too large does not count.
        if (length < cursor.onTheWire()) {
            cursor.limit(length);
        }
        return pppProtocol(cursor);
    }

    /// RFC 1661; the address FF and a control byte may stand before the protocol, which has one byte when it is odd.
    static int ppp(Cursor cursor) {
        if (!cursor.has(4)) {
            return CUT;
        }
        if (cursor.unsignedByte(0) == 0xFF) {
            cursor.skip(2);
        }
        return pppProtocol(cursor);
    }

    private static int pppProtocol(Cursor cursor) {
        if (!cursor.has(2)) {
            return CUT;
        }
        boolean oneByte = (cursor.unsignedByte(0) & 1) != 0;
        int protocol = oneByte ? cursor.unsignedByte(0) : cursor.unsignedShort(0);
        cursor.skip(oneByte ? 1 : 2);
        return switch (protocol) {
            case 0x0021, 0x0800 -> IPV4;
            case 0x0057 -> IPV6;
            case 0x0281, 0x0283 -> Tags.MPLS;
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
        return switch (type) {
            case WHOLE_ETHERNET -> ethernet(cursor);
            case LOGICAL_LINK_CONTROL -> logicalLinkControl(cursor);
            case WHOLE_PPP -> ppp(cursor);
            default -> type;
        };
    }
}
