package eavesdrop.tcp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes of one direction of a stream, with the frame that carries them.
///
/// What a `StreamSink` is given is a view: copy what must live longer than the call.
public final class Chunk {
    private int frame;
    private long nanos;
    private int frameOffset;
    private long offset;
    private byte[] bytes = {};
    private int start;
    private int length;
    private int missing;
    /// Counts the segments that wait, in the order in which they came.
    long arrival;
    /// Another one that waits in the same range, see `Waiting`.
    @Nullable
    Chunk other;

    Chunk() {}

    /// Shows the payload of a segment, whose first byte stands at `offset` of the stream.
    void moveTo(Segment segment, long streamOffset) {
        frame = segment.frame();
        nanos = segment.nanos();
        frameOffset = segment.frameOffset();
        offset = streamOffset;
        bytes = segment.bytes();
        start = segment.start();
        length = segment.capturedLength();
        missing = segment.length() - segment.capturedLength();
    }

    /// The same with bytes of its own.
    Chunk copy() {
        Chunk copy = new Chunk();
        copy.frame = frame;
        copy.nanos = nanos;
        copy.frameOffset = frameOffset;
        copy.offset = offset;
        copy.bytes = copyOfRange(0, length);
        copy.length = length;
        copy.missing = missing;
        return copy;
    }

    /// A part of it with bytes of its own, which may be kept.
    ///
    /// @param from bytes at the beginning that are left out
    /// @param to the end of the part
    public Chunk part(int from, int to) {
        Chunk part = new Chunk();
        part.frame = frame;
        part.nanos = nanos;
        part.frameOffset = frameOffset < 0 ? frameOffset : frameOffset + from;
        part.offset = offset + from;
        part.bytes = copyOfRange(from, to);
        part.length = to - from;
        return part;
    }

    /// Leaves out its first bytes, captured or not.
    void skip(long count) {
        int captured = (int) Math.min(count, length);
        offset += count;
        start += captured;
        length -= captured;
        missing -= (int) (count - captured);
        frameOffset = frameOffset < 0 ? frameOffset : frameOffset + captured;
    }

    /// Wireshark's number of the frame that carries the bytes.
    public int frame() {
        return frame;
    }

    /// When that frame was captured, in nanoseconds since 1970.
    public long nanos() {
        return nanos;
    }

    /// Where in the frame the first byte lies, from 0; -1 when it came in IP fragments.
    public int frameOffset() {
        return frameOffset;
    }

    /// Bytes of this direction before the first byte.
    public long offset() {
        return offset;
    }

    /// Where the bytes are: from `start()`, `length()` of them.
    public byte[] bytes() {
        return bytes;
    }

    public int start() {
        return start;
    }

    public int length() {
        return length;
    }

    /// Bytes of the segment that follow and were not captured (snapped).
    int missing() {
        return missing;
    }

    /// Where the next byte of the stream stands after this chunk and what was snapped off it.
    long end() {
        return offset + length + missing;
    }

    public byte byteAt(int index) {
        return bytes[start + index];
    }

    /// The first place of a byte within `from` (inclusive) and `to` (exclusive), or -1.
    public int indexOf(byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[start + i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// Bytes from `from` (inclusive) to `to` (exclusive).
    public byte[] copyOfRange(int from, int to) {
        return Arrays.copyOfRange(bytes, start + from, start + to);
    }
}
