package eavesdrop.pcap;

/// The order in which a capture file has the bytes of its own numbers: that of the machine that wrote it. The packets
/// in it are in network order all the same.
enum FileOrder {
    LITTLE_ENDIAN,
    BIG_ENDIAN;

    int unsignedShort(byte[] bytes, int at) {
        int asInNetworks = NetworkOrder.unsignedShort(bytes, at);
        return this == BIG_ENDIAN ? asInNetworks : Short.toUnsignedInt(Short.reverseBytes((short) asInNetworks));
    }

    /// Four bytes, with a sign.
    int integer(byte[] bytes, int at) {
        int asInNetworks = NetworkOrder.integer(bytes, at);
        return this == BIG_ENDIAN ? asInNetworks : Integer.reverseBytes(asInNetworks);
    }

    long unsignedInteger(byte[] bytes, int at) {
        return Integer.toUnsignedLong(integer(bytes, at));
    }
}
