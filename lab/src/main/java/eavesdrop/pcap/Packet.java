package eavesdrop.pcap;

import java.time.Instant;

/// One packet of a capture.
///
/// A view, not a copy: the reader has one `Packet` and moves it. What it shows is gone after the reader's
/// next `next()`; copy what must live longer.
public final class Packet {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private byte[] bytes = {};
    private int start;
    private int capturedLength;
    private long originalLength;
    private LinkType linkType = LinkType.OTHER;
    private int linkTypeCode;
    private long nanos;
    private int number;

    Packet() {}

    /// Moves the view to the next packet, whose number is one more than that of the packet before.
    void moveTo(byte[] window, int at, int captured, long original, LinkType type, int typeCode, long time) {
        bytes = window;
        start = at;
        capturedLength = captured;
        originalLength = original;
        linkType = type;
        linkTypeCode = typeCode;
        nanos = time;
        number++;
    }

    /// Something that is no packet has the next number.
    void passOverNumber() {
        number++;
    }

    /// Wireshark's frame number, from 1.
    public int number() {
        return number;
    }

    /// Where the packet's bytes are: from `start()`, `capturedLength()` of them.
    public byte[] bytes() {
        return bytes;
    }

    /// The place of the packet's first byte in `bytes()`.
    public int start() {
        return start;
    }

    /// How many bytes of the packet the capture holds.
    public int capturedLength() {
        return capturedLength;
    }

    /// How many bytes the packet had on the wire, as the capture claims; not checked against anything.
    public long originalLength() {
        return originalLength;
    }

    public LinkType linkType() {
        return linkType;
    }

    /// The link type's number, also of one that this kit does not understand.
    public int linkTypeCode() {
        return linkTypeCode;
    }

    /// When the packet was captured, in nanoseconds since 1970-01-01T00:00:00Z. 0 where the capture does not
    /// say (Simple Packet Blocks).
    public long nanos() {
        return nanos;
    }

    /// When the packet was captured.
    public Instant time() {
        return instant(nanos);
    }

    /// A moment from nanoseconds since 1970.
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}
