package eavesdrop.pcap;

/// The TaZmen Sniffer Protocol (TZSP), in UDP or as a link type of its own.
final class TazmenSniffer {
    private TazmenSniffer() {}

    /// Version 1, a type (0 for a packet that was received), what is carried; then fields, of which 0 is padding and 1
    /// the last, and all others tell their length.
    ///
    /// @param header bytes before it
    static int behind(int header, Cursor cursor) {
        if (!cursor.has(header + 6)) {
            return LinkLayer.CUT;
        }
        boolean received = cursor.unsignedShort(header) == 0x0100;
        int carried = cursor.unsignedShort(header + 2);
        if (!received) {
            return Tunnels.NONE;
        }
        int at = header + 4;
        while (cursor.has(at + 2) && cursor.unsignedByte(at) != 1) {
            at += cursor.unsignedByte(at) == 0 ? 1 : 2 + cursor.unsignedByte(at + 1);
        }
        if (!cursor.has(at + 2)) {
            return LinkLayer.CUT;
        }
        cursor.skip(at + 1);
        return frame(carried, cursor);
    }

    private static int frame(int carried, Cursor cursor) {
        return switch (carried) {
            case 1 -> LinkLayer.ethernet(cursor);
            case 4 -> LinkLayer.ppp(cursor);
            case 7 -> LinkLayer.ipVersion(cursor);
            case 18 -> Wifi.frame(cursor, false);
            default -> LinkLayer.NOT_IP;
        };
    }
}
