package eavesdrop.pcap;

/// A place in a packet, between headers that were read and what follows.
///
///     | read … | captured, not yet read | on the wire, not captured |
///     start    at                       end                         wireEnd
///
/// `has` must be asked before anything is read. Numbers are in network byte order.
final class Cursor {
    private byte[] bytes = {};
    private int at;
    private int end;
    private long wireEnd;
    /// Where the packet ends, as its last header with a length claims; that may be behind the end of the frame.
    private long claimedEnd;
    private int vlan;

    /// To the first byte of a packet.
    void moveTo(byte[] window, int start, int captured, long onTheWire) {
        vlan = 0;
        bytes = window;
        at = start;
        end = start + captured;
        wireEnd = start + Math.max(captured, onTheWire);
        claimedEnd = wireEnd;
    }

    /// What comes next in this packet was put together of several.
    void goOnIn(byte[] whole) {
        int sameVlan = vlan;
        moveTo(whole, 0, whole.length, whole.length);
        vlan = sameVlan;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    /// Captured bytes from here.
    int captured() {
        return Math.max(0, end - at);
    }

    /// Bytes from here on the wire, captured or not.
    long onTheWire() {
        return Math.max(0, wireEnd - at);
    }

    boolean has(long count) {
        return end - at >= count;
    }

    /// Moves over bytes of which the caller knows that they are there.
    void skip(int count) {
        at += count;
    }

    /// What follows the next `length` bytes does not belong to the packet, for example the padding of a
    /// short Ethernet frame. Never makes the packet longer.
    void limit(long length) {
        claimedEnd = at + length;
        wireEnd = Math.min(wireEnd, claimedEnd);
        end = (int) Math.min(end, wireEnd);
    }

    /// Whether the packet's last bytes are not there: they were not captured, or the frame is shorter than a
    /// header claims.
    boolean isCut() {
        return end < claimedEnd;
    }

    /// A tag tells in which VLAN what follows is.
    void inVlan(int number) {
        vlan = vlan == 0 ? number : vlan;
    }

    /// The VLAN that the outermost tag told, 0 without one. A tag with the number 0 tells none.
    int vlan() {
        return vlan;
    }

    int unsignedByte(int offset) {
        return NetworkOrder.unsignedByte(bytes, at + offset);
    }

    int unsignedShort(int offset) {
        return NetworkOrder.unsignedShort(bytes, at + offset);
    }

    int signedInt(int offset) {
        return NetworkOrder.integer(bytes, at + offset);
    }

    long unsignedInt(int offset) {
        return NetworkOrder.unsignedInteger(bytes, at + offset);
    }

    long signedLong(int offset) {
        return NetworkOrder.longInteger(bytes, at + offset);
    }
}
