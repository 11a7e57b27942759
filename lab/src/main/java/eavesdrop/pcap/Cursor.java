package eavesdrop.pcap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// A place in a packet, between headers that were read and what follows.
///
///     | read … | captured, not yet read | on the wire, not captured |
///     start    at                       end                         wireEnd
///
/// `has` must be asked before anything is read. Numbers are in network byte order.
final class Cursor {
    private static final ValueLayout.OfShort SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private MemorySegment bytes = MemorySegment.NULL;
    private long at;
    private long end;
    private long wireEnd;
    private int vlan;

    void moveTo(MemorySegment segment, long start, long captured, long onTheWire) {
        vlan = 0;
        bytes = segment;
        at = start;
        end = start + captured;
        wireEnd = start + Math.max(captured, onTheWire);
    }

    MemorySegment bytes() {
        return bytes;
    }

    long at() {
        return at;
    }

    /// Captured bytes from here.
    long captured() {
        return Math.max(0, end - at);
    }

    /// Bytes from here on the wire, captured or not.
    long onTheWire() {
        return Math.max(0, wireEnd - at);
    }

    boolean has(long count) {
        return end - at >= count;
    }

    void skip(long count) {
        at += count;
    }

    /// What follows the next `length` bytes does not belong to the packet, for example the padding of a
    /// short Ethernet frame. Never makes the packet longer.
    void limit(long length) {
        wireEnd = Math.min(wireEnd, at + length);
        end = Math.min(end, wireEnd);
    }

    /// A tag tells in which VLAN what follows is.
    void inVlan(int number) {
        vlan = number;
    }

    /// The VLAN that the last tag told, 0 without one.
    int vlan() {
        return vlan;
    }

    int unsignedByte(long offset) {
        return Byte.toUnsignedInt(bytes.get(JAVA_BYTE, at + offset));
    }

    int unsignedShort(long offset) {
        return Short.toUnsignedInt(bytes.get(SHORT, at + offset));
    }

    int signedInt(long offset) {
        return bytes.get(INT, at + offset);
    }

    long unsignedInt(long offset) {
        return Integer.toUnsignedLong(signedInt(offset));
    }

    long signedLong(long offset) {
        return bytes.get(LONG, at + offset);
    }
}
