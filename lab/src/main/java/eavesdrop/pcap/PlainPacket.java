package eavesdrop.pcap;

/// The packet that most captures are made of: Ethernet without a tag, IPv4 without options and in one piece, TCP.
///
///     | destination, source | 08 00 | 45 … total length … flags, offset … 06 … addresses | TCP …
///     0                     12      14                                                    34
///
/// `PacketDecoder` reads it too, as it reads all others, and comes to the same; but each of its steps asks what else
/// there could be. Here a few comparisons tell. Of large captures that is a tenth of the whole time.
final class PlainPacket {
    private static final int ETHERNET = 14;
    private static final int IPV4 = 20;
    private static final int HEADERS = ETHERNET + IPV4;
    private static final int ETHERTYPE_AND_VERSION = 0x080045;
    private static final int MORE_FRAGMENTS_OR_OFFSET = 0x3FFF;

    private PlainPacket() {}

    /// Whether it is one. Says no, too, where the total length in the IP header is wrong, or 0.
    static boolean is(Packet packet) {
        if (packet.linkType() != LinkType.ETHERNET || packet.capturedLength() < HEADERS) {
            return false;
        }
        byte[] bytes = packet.bytes();
        int ip = packet.start() + ETHERNET;
        return NetworkOrder.integer(bytes, ip - 2) >>> 8 == ETHERTYPE_AND_VERSION
                && NetworkOrder.unsignedByte(bytes, ip + 9) == Datagram.TCP
                && (NetworkOrder.unsignedShort(bytes, ip + 6) & MORE_FRAGMENTS_OR_OFFSET) == 0
                && NetworkOrder.unsignedShort(bytes, ip + 2) >= IPV4;
    }

    /// Moves the view to what the packet carries.
    static void read(Packet packet, Datagram datagram) {
        byte[] bytes = packet.bytes();
        int ip = packet.start() + ETHERNET;
        // What follows the datagram in the frame is padding.
        int length = NetworkOrder.unsignedShort(bytes, ip + 2) - IPV4;
        long onTheWire = Math.max(packet.capturedLength(), packet.originalLength()) - HEADERS;
        datagram.ipv6 = false;
        datagram.sourceHigh = 0;
        datagram.sourceLow = NetworkOrder.unsignedInteger(bytes, ip + 12);
        datagram.destinationHigh = 0;
        datagram.destinationLow = NetworkOrder.unsignedInteger(bytes, ip + 16);
        datagram.protocol = Datagram.TCP;
        datagram.bytes = bytes;
        datagram.start = ip + IPV4;
        datagram.capturedLength = Math.min(packet.capturedLength() - HEADERS, length);
        datagram.length = (int) Math.min(onTheWire, length);
        datagram.frameOffset = HEADERS;
        datagram.quoted = false;
        datagram.fragment = false;
    }
}
