package eavesdrop.pcap;

/// Numbers in network byte order, the most significant byte first (RFC 791, appendix B), read out of an array.
///
/// The caller has made sure that the bytes are there.
public final class NetworkOrder {
    private NetworkOrder() {}

    public static int unsignedByte(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    public static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    /// Four bytes, with a sign.
    public static int integer(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }

    public static long unsignedInteger(byte[] bytes, int at) {
        return Integer.toUnsignedLong(integer(bytes, at));
    }

    /// Eight bytes, with a sign.
    public static long longInteger(byte[] bytes, int at) {
        return (long) integer(bytes, at) << 32 | unsignedInteger(bytes, at + 4);
    }
}
