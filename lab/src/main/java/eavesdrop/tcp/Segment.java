package eavesdrop.tcp;

import eavesdrop.pcap.Datagram;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.NetworkOrder;
import eavesdrop.pcap.Packet;

/// A TCP segment (RFC 9293, section 3.1) as one frame carries it.
///
/// A view like `Packet`: one `Segment` is moved from packet to packet and shows the last one.
public final class Segment implements Parsed {
    private static final int SHORTEST_HEADER = 20;
    /// Up to here the header tells to which stream the segment belongs, and where.
    private static final int NEEDED = 16;

    private Datagram datagram;
    private int frame;
    private long nanos;
    private int sourcePort;
    private int destinationPort;
    private int sequence;
    private int acknowledgment;
    private int controlBits;
    private int header;
    private int length;
    private int capturedLength;
    private boolean hasLength;
    private boolean retransmission;

    /// A view that shows nothing yet.
    ///
    /// @param first any datagram; `parse` replaces it
    private Segment(Datagram first) {
        datagram = first;
    }

    /// Reads segments; each call of its `parse` moves the same view.
    public static final class Parser {
        private @org.jspecify.annotations.Nullable Segment segment;

        /// What the datagram is to TCP. A `Segment` holds until the next call.
        public Parsed parse(Packet packet, Datagram datagram) {
            if (datagram.protocol() != Datagram.TCP) {
                return NoSegment.NOT_TCP;
            }
            if (datagram.capturedLength() < NEEDED) {
                return NoSegment.TRUNCATED;
            }
            Segment moved = segment == null ? new Segment(datagram) : segment;
            segment = moved;
            moved.moveTo(packet, datagram);
            return moved;
        }
    }

    private void moveTo(Packet packet, Datagram carrier) {
        datagram = carrier;
        frame = packet.number();
        nanos = packet.nanos();
        byte[] bytes = carrier.bytes();
        int at = carrier.start();
        sourcePort = NetworkOrder.unsignedShort(bytes, at);
        destinationPort = NetworkOrder.unsignedShort(bytes, at + 2);
        sequence = NetworkOrder.integer(bytes, at + 4);
        acknowledgment = NetworkOrder.integer(bytes, at + 8);
        header = (bytes[at + 12] & 0xF0) >> 2;
        controlBits = NetworkOrder.unsignedByte(bytes, at + 13);
        hasLength = header <= carrier.length() && !carrier.quoted() && !carrier.fragment();
        boolean payload = hasLength && header >= SHORTEST_HEADER;
        length = payload ? carrier.length() - header : 0;
        capturedLength = payload ? Math.max(0, carrier.capturedLength() - header) : 0;
        retransmission = false;
    }

    /// Wireshark's number of the frame.
    public int frame() {
        return frame;
    }

    /// When it was captured, in nanoseconds since 1970.
    public long nanos() {
        return nanos;
    }

    /// The datagram that carries the segment.
    public Datagram datagram() {
        return datagram;
    }

    public int sourcePort() {
        return sourcePort;
    }

    public int destinationPort() {
        return destinationPort;
    }

    /// Who sent it. Makes an object; not for every packet of a large capture.
    public Endpoint from() {
        return new Endpoint(Datagram.address(datagram.ipv6(), datagram.sourceHigh(), datagram.sourceLow()), sourcePort);
    }

    /// To whom it goes. Makes an object; not for every packet of a large capture.
    public Endpoint to() {
        return new Endpoint(
                Datagram.address(datagram.ipv6(), datagram.destinationHigh(), datagram.destinationLow()),
                destinationPort);
    }

    public SequenceNumber sequence() {
        return new SequenceNumber(sequence);
    }

    /// What the sender expects next from the other side; means something where ACK is set.
    public SequenceNumber acknowledgment() {
        return new SequenceNumber(acknowledgment);
    }

    /// The control bits, raw.
    public int controlBits() {
        return controlBits;
    }

    public boolean has(int bits) {
        return (controlBits & bits) == bits;
    }

    /// Whether it can be told how long the segment is: not when it is quoted by an ICMP error, is a fragment
    /// of a datagram, or ends before its own header does.
    public boolean hasLength() {
        return hasLength;
    }

    /// Whether the header was captured to its end, and is as long as a header must be, so that the place of the
    /// payload is known.
    boolean hasPayloadPlace() {
        return header >= SHORTEST_HEADER && header <= datagram.capturedLength();
    }

    /// Bytes of payload on the wire.
    public int length() {
        return length;
    }

    /// Bytes of payload that the capture holds.
    public int capturedLength() {
        return capturedLength;
    }

    /// Where the payload is: from `start()`, `capturedLength()` bytes of it.
    public byte[] bytes() {
        return datagram.bytes();
    }

    /// The place of the payload's first byte in `bytes()`.
    public int start() {
        return datagram.start() + header;
    }

    /// How many bytes of the frame lie before the payload; -1 when it was put together from IP fragments.
    public int frameOffset() {
        return datagram.frameOffset() < 0 ? -1 : datagram.frameOffset() + header;
    }

    /// Whether all its payload had been captured before. Known after `Streams.add`.
    public boolean retransmission() {
        return retransmission;
    }

    void retransmission(boolean all) {
        retransmission = all;
    }
}
