package eavesdrop.pcap;

/// The options of IPv4 (RFC 791, section 3.1).
///
///     | type | length | …                                  two of the types have neither length nor data
///     | 131 or 137 | length | pointer | address | address … a source route, loose or strict
///
/// On its way from stop to stop a packet carries its true destination as the last address of the source route, and the
/// next stop in the header; until the pointer is behind the last address.
final class Ipv4Options {
    private static final int START = 20;
    private static final int DESTINATION = 16;

    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int LOOSE_ROUTE = 131;
    private static final int STRICT_ROUTE = 137;

    private Ipv4Options() {}

    /// The true destination of a packet, at whose IP header the cursor stands.
    ///
    /// @param header bytes of the header with its options, all of which must be there
    static long destination(Cursor cursor, int header) {
        int at = START;
        while (at < header && cursor.unsignedByte(at) != END) {
            int type = cursor.unsignedByte(at);
            int length = type == NO_OPERATION ? 1 : length(cursor, at, header);
            if (length == 0) {
                break;
            }
            // As in Wireshark the first route counts, be it gone or not.
            if (type == LOOSE_ROUTE || type == STRICT_ROUTE) {
                return cursor.unsignedInt(isGone(cursor, at, length) ? DESTINATION : at + length - 4);
            }
            at += length;
        }
        return cursor.unsignedInt(DESTINATION);
    }

    /// As the option itself says; 0 where that cannot be.
    private static int length(Cursor cursor, int at, int header) {
        int length = at + 1 < header ? cursor.unsignedByte(at + 1) : 0;
        return length >= 2 && at + length <= header ? length : 0;
    }

    /// Whether the pointer is at none of the addresses.
    private static boolean isGone(Cursor cursor, int at, int length) {
        int pointer = length > 2 ? cursor.unsignedByte(at + 2) : 0;
        return pointer < 4 || pointer % 4 != 0 || pointer > length;
    }
}
