package eavesdrop.evidence;

import eavesdrop.tcp.Chunk;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes of one direction, gathered from many chunks, that know where they came from.
///
///     bytes:    [ known | chunk 7 | chunk 8 | chunk 9 ]     `known` bytes were searched already
///     origins:            ↑ place, stream offset, frame, offset in the frame, time, own bytes
final class Gathered {
    private static final int SMALLEST = 256;
    /// What one origin takes in `origins`.
    private static final int FIELDS = 8;
    private static final int STREAM_OFFSET = 1;
    private static final int FRAME = 3;
    private static final int FRAME_OFFSET = 4;
    private static final int NANOS = 5;
    private static final int OWN = 7;

    private byte[] bytes;
    private int length;
    private int known;
    private int[] origins;
    private int count;

    private Gathered(byte[] bytes, int length, int[] origins, int count) {
        this.bytes = bytes;
        this.length = length;
        this.known = length;
        this.origins = origins;
        this.count = count;
    }

    /// Nothing, for one that has not begun.
    static final Gathered EMPTY = new Gathered(new byte[0], 0, new int[0], 0);

    static Gathered begin() {
        return new Gathered(new byte[SMALLEST], 0, new int[4 * FIELDS], 0);
    }

    /// The next block, which begins with the last bytes of this one, so that what crosses the border is found.
    ///
    /// @param keep so many bytes
    /// @param spare a block that nobody needs any more, in whose arrays the next one is to lie; without it they are
    ///     made, as small as can be
    Gathered next(int keep, @Nullable Gathered spare) {
        int from = Math.max(0, length - keep);
        int first = count;
        while (first > 0 && endOf(first - 1) > from) {
            first--;
        }
        Gathered next = spare == null ? new Gathered(new byte[0], 0, new int[0], 0) : spare;
        next.beginWith(this, from, first);
        return next;
    }

    private void beginWith(Gathered before, int from, int first) {
        count = before.count - first;
        length = before.length - from;
        known = length;
        int fields = count * FIELDS;
        origins = origins.length < fields ? new int[fields] : origins;
        System.arraycopy(before.origins, first * FIELDS, origins, 0, fields);
        for (int i = 0; i < fields; i += FIELDS) {
            origins[i] -= from;
        }
        bytes = bytes.length < length ? new byte[length] : bytes;
        System.arraycopy(before.bytes, from, bytes, 0, length);
    }

    /// @param own so many bytes at the beginning of the chunk are in no other block; those behind them are
    void add(Chunk chunk, int own) {
        int added = chunk.length();
        if (length + added > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(SMALLEST, Integer.highestOneBit(length + added) * 2));
        }
        System.arraycopy(chunk.bytes(), chunk.start(), bytes, length, added);
        if (count * FIELDS == origins.length) {
            origins = Arrays.copyOf(origins, Math.max(4 * FIELDS, origins.length * 2));
        }
        int at = count * FIELDS;
        origins[at] = length;
        origins[at + STREAM_OFFSET] = (int) (chunk.offset() >>> 32);
        origins[at + STREAM_OFFSET + 1] = (int) chunk.offset();
        origins[at + FRAME] = chunk.frame();
        origins[at + FRAME_OFFSET] = chunk.frameOffset();
        origins[at + NANOS] = (int) (chunk.nanos() >>> 32);
        origins[at + NANOS + 1] = (int) chunk.nanos();
        origins[at + OWN] = own;
        count++;
        length += added;
    }

    /// Its first bytes, for longer. Only of a block that holds nothing of another one.
    ///
    /// @param most so many of them
    Gathered beginning(int most) {
        int behind = Math.min(most, length);
        int chunks = behind == 0 ? 0 : originOf(behind - 1) + 1;
        int[] own = Arrays.copyOf(origins, chunks * FIELDS);
        Gathered beginning = new Gathered(Arrays.copyOf(bytes, behind), behind, own, chunks);
        beginning.known = 0;
        return beginning;
    }

    /// Adds what another block holds, and finds it, too.
    void addElsewhere(Gathered other) {
        int before = count * FIELDS;
        origins = Arrays.copyOf(origins, before + other.count * FIELDS);
        System.arraycopy(other.origins, 0, origins, before, other.count * FIELDS);
        for (int at = before; at < origins.length; at += FIELDS) {
            origins[at] += length;
            origins[at + OWN] = 0;
        }
        bytes = Arrays.copyOf(bytes, length + other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        count += other.count;
        length += other.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /// Bytes at the beginning that the block before held too.
    int known() {
        return known;
    }

    /// What it takes of the memory, roughly.
    int size() {
        return bytes.length + origins.length * Integer.BYTES;
    }

    /// How many chunks it was gathered from.
    int origins() {
        return count;
    }

    /// The chunk that holds the byte at this place.
    int originOf(int place) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (placeOf(middle) <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Where the chunk begins; of the first it may be before the block (less than 0).
    int placeOf(int origin) {
        return origins[origin * FIELDS];
    }

    /// Where the chunk ends.
    int endOf(int origin) {
        return origin + 1 < count ? placeOf(origin + 1) : length;
    }

    long streamOffset(int origin) {
        return longAt(origin, STREAM_OFFSET);
    }

    int frame(int origin) {
        return origins[origin * FIELDS + FRAME];
    }

    /// -1 where it came in IP fragments.
    int frameOffset(int origin) {
        return origins[origin * FIELDS + FRAME_OFFSET];
    }

    long nanos(int origin) {
        return longAt(origin, NANOS);
    }

    private long longAt(int origin, int field) {
        int at = origin * FIELDS + field;
        return ((long) origins[at] << 32) | Integer.toUnsignedLong(origins[at + 1]);
    }

    /// Whether all these bytes are in another block too, where they are found.
    boolean isElsewhere(int start, int bytes) {
        for (int origin = originOf(start); origin < count && placeOf(origin) < start + bytes; origin++) {
            if (Math.max(start, placeOf(origin)) < placeOf(origin) + origins[origin * FIELDS + OWN]) {
                return false;
            }
        }
        return true;
    }

    /// Whether this chunk goes on where the one before ended; false behind a gap.
    boolean follows(int origin) {
        int before = origin - 1;
        return streamOffset(before) + endOf(before) - placeOf(before) == streamOffset(origin);
    }
}
