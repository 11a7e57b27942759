package eavesdrop.pcap;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Objects;

/// The bytes of a capture, read from front to back.
///
///     bytes:  [ already read | not yet read | room ]
///                            at             limit
///
/// A file that lies still is one mapped segment, and nothing is ever copied. What comes in pieces (a pipe, a
/// socket, gzip, a file that grows) is read into an array that grows only by what has really come, so that
/// a length which lies costs nothing.
final class Window {
    private static final int FIRST_ROOM = 1 << 16;

    private final ReadableByteChannel more;
    private byte[] room;
    private MemorySegment bytes;
    private long at;
    private long limit;
    private long before;
    private String failure = "";

    /// Bytes that are all there.
    Window(MemorySegment all) {
        this(all, all.byteSize(), NOTHING_MORE, new byte[0]);
    }

    /// Bytes that come from a channel. Where it says that it has reached its end it is asked again with the
    /// next `has`, so that a growing file can be followed.
    Window(ReadableByteChannel more) {
        this(MemorySegment.NULL, 0, more, new byte[FIRST_ROOM]);
        bytes = MemorySegment.ofArray(room);
    }

    private Window(MemorySegment bytes, long limit, ReadableByteChannel more, byte[] room) {
        this.bytes = bytes;
        this.limit = limit;
        this.more = more;
        this.room = room;
    }

    /// The segment that `at()` counts in. Another one after the next `has`.
    MemorySegment bytes() {
        return bytes;
    }

    /// The place of the first byte that was not yet read.
    long at() {
        return at;
    }

    /// The same place, counted from the first byte of the capture.
    long position() {
        return before + at;
    }

    /// Bytes that are here and not yet read.
    long available() {
        return limit - at;
    }

    /// Whether that many unread bytes are here, after waiting for them where they can still come.
    boolean has(long count) {
        return limit - at >= count || fill(count);
    }

    /// Moves on; the caller has made sure that so many bytes are here.
    void skip(long count) {
        at += count;
    }

    /// Why the source could not be read to its end, for example a gzip file that was cut; else empty.
    String failure() {
        return failure;
    }

    private boolean fill(long count) {
        if (room.length == 0) {
            return false;
        }
        dropWhatWasRead();
        try {
            while (limit < count) {
                if (limit == room.length) {
                    grow();
                }
                int got = more.read(ByteBuffer.wrap(room, (int) limit, room.length - (int) limit));
                if (got <= 0) {
                    return false;
                }
                limit += got;
            }
            return true;
        } catch (IOException broken) {
            failure = Objects.requireNonNullElse(broken.getMessage(), "it ends too early");
            return false;
        }
    }

    private void dropWhatWasRead() {
        if (at > 0) {
            System.arraycopy(room, (int) at, room, 0, (int) available());
            before += at;
            limit -= at;
            at = 0;
        }
    }

    private void grow() {
        room = Arrays.copyOf(room, Math.multiplyExact(room.length, 2));
        bytes = MemorySegment.ofArray(room);
    }

    private static final ReadableByteChannel NOTHING_MORE = new ReadableByteChannel() {
        @Override
        public int read(ByteBuffer into) {
            return -1;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    };
}
