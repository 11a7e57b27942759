package eavesdrop.pcap;

/// The routing header of IPv6 (RFC 8200, section 4.4), at which the cursor stands. On its way from router to router a
/// packet carries its true destination here:
///
///     types 0 and 2   | 8 bytes | address | …           the last of type 0, the only one of type 2 (RFC 6275)
///     type 3          | 8 bytes | ends of addresses     the last, without what it shares with the one in the IP
///                                                       header (RFC 6554)
///     type 4          | 8 bytes | address | …           the first (RFC 8754)
final class Ipv6Routing {
    private static final int START = 8;
    private static final int ADDRESS = 16;

    private static final int SOURCE_ROUTE = 0;
    private static final int MOBILE = 2;
    private static final int LOW_POWER = 3;
    private static final int SEGMENTS = 4;

    private Ipv6Routing() {}

    /// Takes the true destination from the header; false where it is too short for what it says.
    ///
    /// @param header bytes of the header, all of which must be there
    static boolean follow(Cursor cursor, int header, Datagram datagram) {
        int type = cursor.unsignedByte(2);
        return switch (type) {
            case SOURCE_ROUTE -> header < START + ADDRESS || arrive(last(header), ADDRESS, cursor, header, datagram);
            case MOBILE -> arrive(START, ADDRESS, cursor, header, datagram);
            case LOW_POWER -> lowPower(cursor, header, datagram);
            case SEGMENTS -> segments(cursor, header, datagram);
            default -> true;
        };
    }

    /// Where the last address begins, if bytes that are no whole address may follow it.
    private static int last(int header) {
        return START + ((header - START) / ADDRESS - 1) * ADDRESS;
    }

    /// One less than the number of addresses stands behind the segments that are left. Options may follow them.
    private static boolean segments(Cursor cursor, int header, Datagram datagram) {
        int addresses = cursor.unsignedByte(4) + 1;
        return START + addresses * ADDRESS <= header && arrive(START, ADDRESS, cursor, header, datagram);
    }

    /// Two numbers of four bits tell how many bytes the addresses lack, all but the last and the last; a third one how
    /// many bytes of padding follow.
    private static boolean lowPower(Cursor cursor, int header, Datagram datagram) {
        int others = ADDRESS - (cursor.unsignedByte(4) >> 4);
        int last = ADDRESS - (cursor.unsignedByte(4) & 0x0F);
        int padding = cursor.unsignedByte(5) >> 4;
        // Rounded to zero, as Wireshark does it.
        int before = (header - START - padding - last) / others;
        return before < 0 || arrive(START + before * others, last, cursor, header, datagram);
    }

    /// The last bytes of the destination are those at `at`, unless the packet has passed all its stops. A quoted
    /// packet was not to go farther: as in Wireshark its header counts.
    private static boolean arrive(int at, int bytes, Cursor cursor, int header, Datagram datagram) {
        boolean onItsWay = cursor.unsignedByte(3) > 0 && !datagram.quoted;
        boolean whole = at + bytes <= header;
        for (int i = 0; i < bytes && whole && onItsWay; i++) {
            replace(ADDRESS - bytes + i, cursor.unsignedByte(at + i), datagram);
        }
        return whole;
    }

    private static void replace(int place, long next, Datagram datagram) {
        int shift = (7 - place % 8) * 8;
        if (place < 8) {
            datagram.destinationHigh = (datagram.destinationHigh & ~(0xFFL << shift)) | next << shift;
        } else {
            datagram.destinationLow = (datagram.destinationLow & ~(0xFFL << shift)) | next << shift;
        }
    }
}
