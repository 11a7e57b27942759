package eavesdrop.tcp;

import org.jspecify.annotations.Nullable;

/// Puts one direction of a stream back into order.
///
/// The first segment that was captured fixes where the stream begins: offset 0 is the byte behind a SYN, or
/// the first byte of whatever came first. Then, with `next` as the end of what was delivered:
///
///     delivered ──────────┤ next
///     ▐████▌                           all seen before: a retransmission
///                   ▐██████████▌       overlaps: its new tail is delivered, the old bytes stay, and whoever
///                                      listens is told of its head, which may contradict them
///                          ▐███▌       in order: delivered
///                              ▐███▌   leaves a hole: waits (see `Waiting`)
///
/// What was snapped off a segment is a gap at once, unless a segment that waits holds it. A hole is given up, and told
/// as a gap, when the capture ends, when too much waits behind it, and, for
/// somebody who watches live, as soon as the receiver has acknowledged the bytes that are missing here.
///
/// A `Direction` is one, rather than has one: of thousands of streams that take turns each object more is one more that
/// the processor has to fetch from far away.
abstract sealed class Reassembly permits Direction {
    private final Budget budget;
    private @Nullable Waiting waiting;
    private int nextSequence;
    private long next;
    /// How far the stream reaches, as segments claim that were snapped.
    private long claimed;

    Reassembly(Budget budget) {
        this.budget = budget;
    }

    /// Bytes of this direction that were delivered or told as missing.
    public long delivered() {
        return next;
    }

    /// Any segment of this direction, with payload or without.
    ///
    /// @param relative its sequence number, counted from the one that this direction began with
    void add(Segment segment, int relative, StreamSink sink) {
        int sequence = relative + (segment.has(ControlBits.SYN) ? 1 : 0);
        begin(segment, sequence);
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
    /// byte stands where the SYN belongs (a keep-alive, a RST). Nor does one whose header is
    /// cut or broken.
    private void begin(Segment segment, int sequence) {
        if (next == 0 && nextSequence == 0 && (segment.length() > 0 || segment.hasPayloadPlace())) {
            nextSequence = sequence;
        }
    }

    /// Keeps a segment that came before its turn; false when all of it waits already.
    private boolean wait(Chunk chunk, StreamSink sink) {
        Waiting queue = waiting == null ? new Waiting() : waiting;
        waiting = queue;
        if (queue.covers(chunk)) {
            sink.unplaced(chunk, chunk.length());
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
        int old = (int) Math.min(next - chunk.offset(), chunk.length());
        if (old > 0) {
            sink.unplaced(chunk, old);
        }
        claimed = Math.max(claimed, chunk.end());
        if (chunk.end() > next) {
            chunk.skip(next - chunk.offset());
            if (chunk.length() > 0) {
                advance(chunk.length());
                sink.bytes(chunk);
            }
        }
    }

    /// Delivers what waits and has its turn now, and tells what was snapped where nothing that waits holds it.
    private void drain(StreamSink sink) {
        while (waiting != null || claimed > next) {
            Chunk turn = waiting == null ? null : waiting.next(next);
            if (turn != null) {
                budget.giveBack(turn);
                deliver(turn, sink);
            } else if (waiting != null && waiting.isEmpty()) {
                waiting = null;
            } else if (claimed > next) {
                long end = waiting == null ? claimed : Math.min(claimed, waiting.lowest());
                gap(end - next, sink);
            } else {
                return;
            }
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
