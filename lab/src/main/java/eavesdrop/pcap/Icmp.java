package eavesdrop.pcap;

/// The packets that routers and hosts quote: ICMP errors (RFC 792), ICMPv6 errors (RFC 4443), and the ICMPv6 redirect
/// with its option (RFC 4861, sections 4.5 and 4.6.3):
///
///     | type, code, checksum | 4 bytes | quoted packet …
///     | type, code, checksum | … | option | … | 4, length | 6 bytes | quoted packet … | option | …
///
/// The IPv4 redirect quotes a packet too, which does not count: Wireshark does not look into it.
final class Icmp {
    private static final int ERROR_HEADER = 8;
    private static final int OPTION_HEADER = 8;
    private static final int REDIRECTED_HEADER = 4;

    private Icmp() {}

    /// As `Tunnels.enter`.
    static int enter(Cursor cursor, Datagram datagram) {
        boolean error = cursor.has(ERROR_HEADER)
                && switch (cursor.unsignedByte(0)) {
                    case 3, 4, 11, 12 -> true;
                    default -> false;
                };
        return error ? quoted(ERROR_HEADER, LinkLayer.IPV4, cursor, datagram) : Tunnels.NONE;
    }

    /// As `Tunnels.enter`.
    static int enterVersion6(Cursor cursor, Datagram datagram) {
        if (!cursor.has(ERROR_HEADER)) {
            return Tunnels.NONE;
        }
        int type = cursor.unsignedByte(0);
        if (type >= 1 && type <= 4) {
            return quoted(ERROR_HEADER, LinkLayer.IPV6, cursor, datagram);
        }
        int options = optionsOf(type);
        return options == 0 ? Tunnels.NONE : redirected(options, cursor, datagram);
    }

    /// Where the options of a message of neighbour discovery begin. Each message may have each option.
    private static int optionsOf(int type) {
        return switch (type) {
            case 133 -> 8;
            case 134 -> 16;
            case 135, 136 -> 24;
            case 137 -> 40;
            default -> 0;
        };
    }

    /// Each option has its type, then its length in units of eight bytes.
    private static int redirected(int options, Cursor cursor, Datagram datagram) {
        int at = options;
        while (cursor.has(at + OPTION_HEADER)) {
            int length = cursor.unsignedByte(at + 1) * 8;
            if (length == 0) {
                return Tunnels.NONE;
            }
            if (cursor.unsignedByte(at) == REDIRECTED_HEADER) {
                cursor.limit(at + length);
                return quoted(at + OPTION_HEADER, LinkLayer.IPV6, cursor, datagram);
            }
            at += length;
        }
        return Tunnels.NONE;
    }

    private static int quoted(int before, int version, Cursor cursor, Datagram datagram) {
        datagram.quoted = true;
        cursor.skip(before);
        return version;
    }
}
