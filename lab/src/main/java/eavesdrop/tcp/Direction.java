package eavesdrop.tcp;

import org.jspecify.annotations.Nullable;

/// What one side of a stream sent.
public final class Direction extends Reassembly {
    /// The side that has not been heard.
    static final Direction SILENT = new Direction(new Budget(0));

    private @Nullable StreamSink sink;
    private boolean hasBase;
    private int base;
    private int frames;

    Direction(Budget budget) {
        super(budget);
    }

    /// Frames that this side sent.
    public int frames() {
        return frames;
    }

    /// A sequence number as Wireshark counts it: 0 is the SYN, 1 the first byte. Without a SYN the first
    /// segment that was captured has 1.
    public long relative(SequenceNumber sequence) {
        return Integer.toUnsignedLong(sequence.raw() - base);
    }

    boolean hasBase() {
        return hasBase;
    }

    SequenceNumber base() {
        return new SequenceNumber(base);
    }

    /// Fixes where relative sequence numbers begin, as Wireshark does: at the first segment of this side, or
    /// at what the other side acknowledged before. A SYN+ACK that begins elsewhere moves it.
    void see(Segment segment) {
        frames++;
        boolean answersSyn = segment.has(ControlBits.SYN | ControlBits.ACK);
        if (!hasBase || answersSyn) {
            setBase(segment.sequence().raw() - (segment.has(ControlBits.SYN) ? 0 : 1));
        }
    }

    /// A segment of which nobody knows how long it is. All that it can do is to move the beginning.
    void seeWithoutLength(Segment segment) {
        if (hasBase && segment.has(ControlBits.SYN | ControlBits.ACK)) {
            setBase(segment.sequence().raw());
        }
    }

    /// The other side acknowledges bytes of this one.
    void seeAcknowledged(SequenceNumber acknowledgment) {
        if (!hasBase) {
            setBase(acknowledgment.raw() - 1);
        }
    }

    private void setBase(int first) {
        hasBase = true;
        base = first;
    }

    void add(Segment segment, Stream stream, boolean fromClient, StreamSinks sinks, Budget budget) {
        StreamSink taker = sink;
        if (taker == null && segment.length() > 0) {
            taker = sinks.open(stream, fromClient);
            sink = taker;
            budget.takeSink(sinks.memory());
        }
        add(segment, segment.sequence().raw() - base, taker == null ? StreamSink.NOBODY : taker);
    }

    void acknowledged(SequenceNumber acknowledgment) {
        if (sink != null) {
            acknowledged(acknowledgment.raw() - base, sink);
        }
    }

    void finish() {
        if (sink != null) {
            finish(sink);
        }
    }
}
