package eavesdrop.tcp;

import org.jspecify.annotations.Nullable;

/// Puts one direction of a stream back into order.
///
/// The first segment that was captured fixes where the stream begins: offset 0 is the byte behind a SYN, or
/// the first byte of whatever came first. Then, with `next` as the end of what was delivered:
///
///     delivered ──────────┤ next
///     ▐████▌                           all seen before: a retransmission
///                   ▐██████████▌       overlaps: its new tail is delivered, the old bytes stay
///                          ▐███▌       in order: delivered
///                              ▐███▌   leaves a hole: waits (see `Waiting`)
///
/// A hole is given up, and told as a gap, when the capture ends, when too much waits behind it, and, for
/// somebody who watches live, as soon as the receiver has acknowledged the bytes that are missing here.
final class Reassembly {
    private final Budget budget;
    private @Nullable Waiting waiting;
    private int nextSequence;
    private long next;

    Reassembly(Budget budget) {
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    /// Bytes of this direction that were delivered or told as missing.
    long delivered() {
        return next;
    }

    /// Any segment of this direction, with payload or without.
    ///
    /// @param relative its sequence number, counted from the one that this direction began with
    void add(Segment segment, int relative, StreamSink sink) {
        int sequence = relative + (segment.has(ControlBits.SYN) ? 1 : 0);
        begin(sequence);
        if (segment.length() == 0) {
            return;
        }
        Chunk view = budget.view;
        view.moveTo(segment, next + (sequence - nextSequence));
        if (view.offset() > next) {
            segment.retransmission(!wait(view, sink));
        } else {
            segment.retransmission(view.end() <= next);
            deliver(view, sink);
        }
        drain(sink);
    }

    /// The first segment tells where the stream begins. One with the number 0 that is no SYN does not: its
    /// byte stands where the SYN belongs (a keep-alive, a RST).
    private void begin(int sequence) {
        if (next == 0 && nextSequence == 0) {
            nextSequence = sequence;
        }
    }

    /// Keeps a segment that came before its turn; false when all of it waits already.
    private boolean wait(Chunk chunk, StreamSink sink) {
        Waiting queue = waiting == null ? new Waiting() : waiting;
        waiting = queue;
        if (queue.covers(chunk.offset(), chunk.end())) {
            sink.unplaced(chunk);
            return false;
        }
        Chunk own = chunk.copy();
        budget.take(own);
        queue.add(own);
        if (budget.isExceeded()) {
            budget.countGivenUp();
            giveUpHole(sink);
        }
        return true;
    }

    private void deliver(Chunk chunk, StreamSink sink) {
        if (chunk.end() <= next) {
            sink.unplaced(chunk);
            return;
        }
        chunk.skip(next - chunk.offset());
        if (chunk.length() > 0) {
            advance(chunk.length());
            sink.bytes(chunk);
        }
        if (chunk.missing() > 0) {
            gap(chunk.missing(), sink);
        }
    }

    private void drain(StreamSink sink) {
        if (waiting == null) {
            return;
        }
        for (Chunk turn = waiting.next(next); turn != null; turn = waiting.next(next)) {
            budget.giveBack(turn);
            deliver(turn, sink);
        }
        if (waiting.isEmpty()) {
            waiting = null;
        }
    }

    /// The other side has received everything before this number: what is missing will not come any more.
    void acknowledged(int relative, StreamSink sink) {
        while (waiting != null && next + (relative - nextSequence) > waiting.lowest()) {
            giveUpHole(sink);
            drain(sink);
        }
    }

    /// The capture has ended: every hole is a gap.
    void finish(StreamSink sink) {
        while (waiting != null) {
            giveUpHole(sink);
            drain(sink);
        }
    }

    private void giveUpHole(StreamSink sink) {
        if (waiting != null) {
            gap(waiting.lowest() - next, sink);
        }
    }

    private void gap(long length, StreamSink sink) {
        long offset = next;
        advance(length);
        sink.gap(offset, length);
    }

    private void advance(long count) {
        next += count;
        nextSequence += (int) count;
    }
}
