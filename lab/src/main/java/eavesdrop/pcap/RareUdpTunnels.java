package eavesdrop.pcap;

/// Tunnels in UDP that are met now and then: between access points and their controller (CAPWAP, RFC 5415 and RFC 5416;
/// LWAPP, RFC 5412), multicast tunneling (AMT, RFC 7450), mobile IP (RFC 3519), AYIYA (draft-massar-v6ops-ayiya).
final class RareUdpTunnels {
    private static final int HEADER = 8;

    private static final int CAPWAP_WIFI = 1;
    private static final int CAPWAP_NATIVE_FRAME = 0x01;
    private static final int CAPWAP_FRAGMENT = 0x80;
    private static final int CAPWAP_KEEP_ALIVE = 0x08;
    private static final int LWAPP_CONTROL = 0x04;
    private static final int LWAPP_HEADER = 6;
    private static final int AMT_DATA = 6;
    private static final int MOBILE_DATA = 4;
    private static final int AYIYA_FORWARD = 1;
    private static final int IPV4_IN_IP = 4;
    private static final int IPV6_IN_IP = 41;

    private RareUdpTunnels() {}

    /// The cursor stands at the UDP header, of which eight bytes more are there.
    static int byPort(int port, Cursor cursor) {
        return switch (port) {
            case 434 -> mobile(cursor);
            case 2268 -> multicast(cursor);
            case 5072 -> ayiya(cursor);
            case 5247 -> capwap(cursor);
            case 12_222 -> lwapp(cursor);
            default -> Tunnels.NONE;
        };
    }

    /// Version and type, then four bytes with the length of the header in units of four bytes (five bits), the radio
    /// (five), what the frames are (five) and flags; two bytes each for the number and the place of a fragment.
    private static int capwap(Cursor cursor) {
        boolean encrypted = cursor.unsignedByte(HEADER) != 0;
        int header = (cursor.unsignedByte(HEADER + 1) >> 3) * 4;
        int binding = cursor.unsignedByte(HEADER + 2) >> 1 & 0x1F;
        boolean nativeFrame = (cursor.unsignedByte(HEADER + 2) & CAPWAP_NATIVE_FRAME) != 0;
        int flags = cursor.unsignedByte(HEADER + 3);
        if (encrypted || (flags & CAPWAP_FRAGMENT) != 0) {
            return LinkLayer.OPAQUE;
        }
        if ((flags & CAPWAP_KEEP_ALIVE) != 0 || header < 8) {
            return Tunnels.NONE;
        }
        if (!cursor.has(HEADER + header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(HEADER + header);
        if (!nativeFrame) {
            return LinkLayer.ethernet(cursor);
        }
        return binding == CAPWAP_WIFI ? Wifi.frameOfController(cursor) : LinkLayer.NOT_IP;
    }

    /// Flags, a fragment's number, the length, and the state of the radio.
    private static int lwapp(Cursor cursor) {
        if ((cursor.unsignedByte(HEADER) & LWAPP_CONTROL) != 0) {
            return Tunnels.NONE;
        }
        cursor.skip(HEADER + LWAPP_HEADER);
        return Wifi.frame(cursor, false);
    }

    /// Version and type, a byte reserved, IP.
    private static int multicast(Cursor cursor) {
        if ((cursor.unsignedByte(HEADER) & 0x0F) != AMT_DATA) {
            return Tunnels.NONE;
        }
        cursor.skip(HEADER + 2);
        return LinkLayer.ipVersion(cursor);
    }

    /// Type, the protocol that follows, two bytes reserved.
    private static int mobile(Cursor cursor) {
        if (cursor.unsignedByte(HEADER) != MOBILE_DATA) {
            return Tunnels.NONE;
        }
        cursor.skip(HEADER + 4);
        return LinkLayer.ipVersion(cursor);
    }

    /// Lengths of identity (as a power of two) and of signature (in units of four bytes), what to do, the protocol that
    /// follows, the time; identity and signature.
    private static int ayiya(Cursor cursor) {
        int identity = 1 << (cursor.unsignedByte(HEADER) >> 4);
        int signature = (cursor.unsignedByte(HEADER + 1) >> 4) * 4;
        int operation = cursor.unsignedByte(HEADER + 2) & 0x0F;
        int next = cursor.unsignedByte(HEADER + 3);
        int header = HEADER + 8 + identity + signature;
        if (operation != AYIYA_FORWARD || (next != IPV4_IN_IP && next != IPV6_IN_IP)) {
            return Tunnels.NONE;
        }
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return next == IPV4_IN_IP ? LinkLayer.IPV4 : LinkLayer.IPV6;
    }
}
