package eavesdrop.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The bytes of a capture, read from front to back through an array.
///
///     bytes:  [ already read | not yet read | room ]
///                            at             limit
///
/// The array grows only by what has really come, so that a length which lies costs nothing.
///
/// Who needs bytes longer, on another thread perhaps, holds the array: the window then goes on in another one, until it
/// is given back.
final class Window {
    private static final int FIRST_ROOM = 1 << 17;

    private final ReadableByteChannel more;
    private final Queue<byte[]> givenBack = new ConcurrentLinkedQueue<>();
    private byte[] bytes = new byte[FIRST_ROOM];
    private boolean held;
    private int at;
    private int limit;
    private long before;
    private String failure = "";

    /// Bytes that come from a channel. Where it says that it has reached its end it is asked again with the
    /// next `has`, so that a growing file can be followed.
    Window(ReadableByteChannel more) {
        this.more = more;
    }

    /// The array that `at()` counts in. Another one after the next `has`.
    byte[] bytes() {
        return bytes;
    }

    /// The place of the first byte that was not yet read.
    int at() {
        return at;
    }

    /// The same place, counted from the first byte of the capture.
    long position() {
        return before + at;
    }

    /// Bytes that are here and not yet read.
    int available() {
        return limit - at;
    }

    /// Whether that many unread bytes are here, after waiting for them where they can still come.
    boolean has(int count) {
        return limit - at >= count || fill(count);
    }

    /// Moves on; the caller has made sure that so many bytes are here.
    void skip(int count) {
        at += count;
    }

    /// Why the source could not be read to its end, for example a gzip file that was cut; else empty.
    String failure() {
        return failure;
    }

    /// Has the array stay as it is, until it is given back.
    void hold() {
        held = true;
    }

    /// Nobody needs this array any more, of those that were held. May be called by any thread.
    void giveBack(byte[] array) {
        givenBack.add(array);
    }

    private boolean fill(int count) {
        dropWhatWasRead();
        try {
            while (limit < count) {
                if (limit == bytes.length) {
                    grow();
                }
                int got = more.read(ByteBuffer.wrap(bytes, limit, bytes.length - limit));
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
        if (at > 0 || held) {
            byte[] next = held ? another() : bytes;
            System.arraycopy(bytes, at, next, 0, available());
            bytes = next;
            held = false;
            before += at;
            limit -= at;
            at = 0;
        }
    }

    /// An array as large as this one.
    private byte[] another() {
        byte[] another = givenBack.poll();
        while (another != null && another.length != bytes.length) {
            another = givenBack.poll();
        }
        return another == null ? new byte[bytes.length] : another;
    }

    private void grow() {
        bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
    }
}
