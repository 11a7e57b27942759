package eavesdrop.pcap;

/// Packets that a firewall logged: behind a header of its own the packet begins with IP.
final class FirewallLogs {
    private static final int NFLOG_PAYLOAD = 9;

    private FirewallLogs() {}

    /// OpenBSD: the first byte is the length of the header, to be rounded up to a multiple of four.
    static int pflog(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        int header = (cursor.unsignedByte(0) + 3) & ~3;
        if (!cursor.has(header)) {
            return LinkLayer.CUT;
        }
        cursor.skip(header);
        return LinkLayer.ipVersion(cursor);
    }

    /// OpenBSD's view into IPsec: address family (in the byte order of the machine), security parameter index, flags.
    static int encapsulated(Cursor cursor) {
        if (!cursor.has(12)) {
            return LinkLayer.CUT;
        }
        cursor.skip(12);
        return LinkLayer.ipVersion(cursor);
    }

    /// Linux: family, version, resource, then attributes of which one is the packet. Their lengths and types are in
    /// the byte order of the machine. It shows: all types are less than 256, and none is 0.
    static int nflog(Cursor cursor) {
        if (!cursor.has(4)) {
            return LinkLayer.CUT;
        }
        cursor.skip(4);
        while (cursor.has(4)) {
            boolean bigEndian = (cursor.unsignedByte(2) & 0x7F) == 0;
            int length = number(cursor, 0, bigEndian);
            int type = number(cursor, 2, bigEndian) & 0x7FFF;
            if (length < 4) {
                return LinkLayer.NOT_IP;
            }
            if (type == NFLOG_PAYLOAD) {
                cursor.skip(4);
                return LinkLayer.ipVersion(cursor);
            }
            cursor.skip((length + 3) & ~3);
        }
        return LinkLayer.CUT;
    }

    private static int number(Cursor cursor, int offset, boolean bigEndian) {
        int first = cursor.unsignedByte(offset);
        int second = cursor.unsignedByte(offset + 1);
        return bigEndian ? first << 8 | second : second << 8 | first;
    }
}
