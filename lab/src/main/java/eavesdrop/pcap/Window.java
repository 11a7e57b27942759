package eavesdrop.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// The bytes of a capture, read from front to back through an array.
///
///     bytes:  [ already read | not yet read | room ]
///                            at             limit
///
/// The array grows only by what has really come, so that a length which lies costs nothing.
///
/// Who needs bytes longer, on another thread perhaps, has them held. Where they cannot be read again the array is kept:
/// the window then goes on in another one, until it is given back.
final class Window {
    private static final int FIRST_ROOM = 1 << 17;

    private final ReadableByteChannel more;
    private final Queue<byte[]> givenBack = new ConcurrentLinkedQueue<>();
    private byte[] bytes = new byte[FIRST_ROOM];
    private @Nullable Held held;
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

    /// What is in the array now, for longer.
    Held hold() {
        Held now = held;
        if (now == null) {
            now = more instanceof StillFile file ? file.hold(before) : new Kept(bytes);
            held = now;
        }
        return now;
    }

    /// An array that stays as it is, until it is given back.
    private final class Kept implements Held {
        private final byte[] array;

        Kept(byte[] array) {
            this.array = array;
        }

        @Override
        public ByteBuffer part(int from, int to) {
            return ByteBuffer.wrap(array, from, to - from);
        }

        @Override
        public void giveBack() {
            givenBack.add(array);
        }
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
        if (at > 0 || held != null) {
            byte[] next = held instanceof Kept ? another() : bytes;
            System.arraycopy(bytes, at, next, 0, available());
            bytes = next;
            held = null;
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
