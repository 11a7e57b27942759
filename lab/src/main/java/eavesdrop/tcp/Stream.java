package eavesdrop.tcp;

import eavesdrop.pcap.Datagram;
import eavesdrop.pcap.Endpoint;
import org.jspecify.annotations.Nullable;

/// One TCP connection as the capture shows it: two directions.
///
/// Who is the client: the one who sent SYN. Where no handshake was captured, the side with the higher port,
/// because servers wait at low ports; with equal ports, the one who is heard first.
public final class Stream {
    private final int index;
    private final boolean ipv6;
    private final long firstHigh;
    private final long firstLow;
    private final long secondHigh;
    private final long secondLow;
    private final int firstPort;
    private final int secondPort;
    private final boolean firstIsClient;
    private final Direction fromFirst;
    /// Made when it is needed: of a million half-open streams only one side speaks.
    private @Nullable Direction fromSecond;
    /// Whether it is known of both sides where their sequence numbers begin.
    private boolean based;

    Stream(int index, Segment opening, Budget budget) {
        Datagram datagram = opening.datagram();
        this.index = index;
        this.ipv6 = datagram.ipv6();
        this.firstHigh = datagram.sourceHigh();
        this.firstLow = datagram.sourceLow();
        this.secondHigh = datagram.destinationHigh();
        this.secondLow = datagram.destinationLow();
        this.firstPort = opening.sourcePort();
        this.secondPort = opening.destinationPort();
        this.firstIsClient = opensAsClient(opening);
        this.fromFirst = new Direction(budget);
    }

    private static boolean opensAsClient(Segment opening) {
        if (opening.has(ControlBits.SYN)) {
            return !opening.has(ControlBits.ACK);
        }
        return opening.sourcePort() >= opening.destinationPort();
    }

    /// Wireshark's `tcp.stream`, from 0.
    public int index() {
        return index;
    }

    public Endpoint client() {
        return firstIsClient ? first() : second();
    }

    public Endpoint server() {
        return firstIsClient ? second() : first();
    }

    private Endpoint first() {
        return new Endpoint(Datagram.address(ipv6, firstHigh, firstLow), firstPort);
    }

    private Endpoint second() {
        return new Endpoint(Datagram.address(ipv6, secondHigh, secondLow), secondPort);
    }

    /// Whether the client sent the segment, which belongs to this stream.
    public boolean isFromClient(Segment segment) {
        return isFromFirst(segment) == firstIsClient;
    }

    /// What one side sent.
    public Direction direction(boolean fromClient) {
        Direction second = fromSecond;
        if (fromClient == firstIsClient) {
            return fromFirst;
        }
        return second == null ? Direction.SILENT : second;
    }

    boolean isFromFirst(Segment segment) {
        Datagram datagram = segment.datagram();
        return segment.sourcePort() == firstPort
                && datagram.sourceLow() == firstLow
                && datagram.sourceHigh() == firstHigh
                && segment.destinationPort() == secondPort
                && datagram.destinationLow() == secondLow
                && datagram.destinationHigh() == secondHigh;
    }

    private boolean isFromSecond(Segment segment) {
        Datagram datagram = segment.datagram();
        return segment.sourcePort() == secondPort
                && datagram.sourceLow() == secondLow
                && datagram.sourceHigh() == secondHigh
                && segment.destinationPort() == firstPort
                && datagram.destinationLow() == firstLow
                && datagram.destinationHigh() == firstHigh;
    }

    /// Whether the segment has these two ends, whichever way it goes.
    boolean connects(Segment segment) {
        return segment.datagram().ipv6() == ipv6 && (isFromFirst(segment) || isFromSecond(segment));
    }

    int hash() {
        return hash(firstHigh, firstLow, firstPort, secondHigh, secondLow, secondPort);
    }

    /// The same number for both directions.
    static int hash(long fromHigh, long fromLow, int fromPort, long toHigh, long toLow, int toPort) {
        long mixed = mix(fromHigh, fromLow, fromPort) + mix(toHigh, toLow, toPort);
        return (int) (mixed ^ mixed >>> 32);
    }

    private static long mix(long high, long low, int port) {
        long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL + port;
        mixed = (mixed ^ mixed >>> 31) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    /// Whether a SYN opens a new connection between the same two ends: its initial sequence number is not
    /// the one that this connection began with.
    boolean isReopenedBy(Segment segment) {
        if (!segment.has(ControlBits.SYN) || segment.has(ControlBits.ACK)) {
            return false;
        }
        Direction direction = direction(isFromClient(segment));
        return direction.hasBase() && !direction.base().equals(segment.sequence());
    }

    void add(Segment segment, StreamSinks sinks, Budget budget, boolean live) {
        boolean first = isFromFirst(segment);
        if (!segment.hasLength()) {
            direction(first == firstIsClient).seeWithoutLength(segment);
            return;
        }
        boolean acknowledges = segment.has(ControlBits.ACK);
        Direction direction = first ? fromFirst : second(budget);
        direction.see(segment);
        if (acknowledges && (live || !based)) {
            Direction other = first ? second(budget) : fromFirst;
            other.seeAcknowledged(segment.acknowledgment());
            based = true;
            if (live) {
                other.acknowledged(segment.acknowledgment());
            }
        }
        direction.add(segment, this, first == firstIsClient, sinks, budget);
    }

    private Direction second(Budget budget) {
        Direction second = fromSecond == null ? new Direction(budget) : fromSecond;
        fromSecond = second;
        return second;
    }

    void finish() {
        fromFirst.finish();
        if (fromSecond != null) {
            fromSecond.finish();
        }
    }

    /// The bytes that one side has sent and that are in the capture or known to be missing.
    public long delivered(boolean fromClient) {
        return direction(fromClient).delivered();
    }
}
