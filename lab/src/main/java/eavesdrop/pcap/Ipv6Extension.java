package eavesdrop.pcap;

/// The extension headers of IPv6 (RFC 8200, section 4; RFC 4302; RFC 7045). The authentication header may stand behind
/// IPv4 too.
final class Ipv6Extension {
    static final int AUTHENTICATION = 51;

    private Ipv6Extension() {}

    /// Whether that protocol number stands for an extension header, behind which another header follows.
    static boolean is(int next) {
        return switch (next) {
            case 0, 43, 44, AUTHENTICATION, 60, 135, 139, 140 -> true;
            default -> false;
        };
    }

    /// Bytes of the header; its length field counts units of eight bytes behind the first eight, but four
    /// for the authentication header.
    static int length(int type, int lengthField) {
        return type == AUTHENTICATION ? (lengthField + 2) * 4 : (lengthField + 1) * 8;
    }
}
