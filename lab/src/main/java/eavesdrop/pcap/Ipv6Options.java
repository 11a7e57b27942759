package eavesdrop.pcap;

/// The options of IPv6 (RFC 8200, section 4.2) in a hop-by-hop or destination header, at which the cursor stands.
///
///     | next header | length | type | length | data … | type | length | data …
///
/// Type 0 is a single byte of padding, without length and data.
final class Ipv6Options {
    private static final int START = 2;
    private static final int ADDRESS = 16;

    private static final int ONE_BYTE = 0x00;
    private static final int JUMBO_PAYLOAD = 0xC2;
    private static final int HOME_ADDRESS = 0xC9;
    /// What is shorter has its length in the IP header.
    private static final int SHORTEST_JUMBOGRAM = 1 << 16;

    private Ipv6Options() {}

    /// Bytes of a jumbogram (RFC 2675) from this header on; 0 where no option tells them.
    ///
    /// @param header bytes of the header, all of which must be there
    static long jumbogram(Cursor cursor, int header) {
        int option = find(JUMBO_PAYLOAD, START, cursor, header);
        boolean whole = option >= 0 && option + 6 <= header;
        long length = whole ? cursor.unsignedInt(option + 2) : 0;
        return length >= SHORTEST_JUMBOGRAM ? length : 0;
    }

    /// Away from home a host writes its address of the moment into the IP header and the lasting one here (RFC 6275,
    /// section 6.3): the true source. As in Wireshark the last one counts, in whichever header.
    static void source(Cursor cursor, int header, Datagram datagram) {
        int option = find(HOME_ADDRESS, START, cursor, header);
        while (option >= 0 && cursor.has(option + 2 + ADDRESS)) {
            datagram.sourceHigh = cursor.signedLong(option + 2);
            datagram.sourceLow = cursor.signedLong(option + 10);
            option = find(HOME_ADDRESS, option + 2 + ADDRESS, cursor, header);
        }
    }

    /// Where the next option of that type stands, or -1.
    private static int find(int type, int from, Cursor cursor, int header) {
        int at = from;
        while (at + 1 < header) {
            int found = cursor.unsignedByte(at);
            if (found == type) {
                return at;
            }
            at += found == ONE_BYTE ? 1 : 2 + cursor.unsignedByte(at + 1);
        }
        return -1;
    }
}
