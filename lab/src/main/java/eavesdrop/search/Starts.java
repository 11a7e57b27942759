package eavesdrop.search;

import eavesdrop.search.How.Packing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/// Finds the places of a block where compressed data may begin.
///
/// gzip and zlib have a header to know them by. Raw deflate has none: it is looked for at every place as long as the
/// budget allows that, then only where a segment or a line begins.
public final class Starts {
    /// With so many bytes behind it, a place can be told from nearly all that is something else. With fewer, it waits
    /// for the next block, if there is one.
    public static final int ROOM = 48;

    /// Bytes that must be seen to tell.
    private static final int NEEDED = 3;

    private static final byte LINE_FEED = '\n';
    private static final byte GZIP_FIRST = 0x1F;
    private static final byte GZIP_SECOND = (byte) 0x8B;
    private static final byte DEFLATE_METHOD = 8;
    /// Deflate with any window, from 256 bytes (0x08) to 32 KB (0x78), as most have (RFC 1950, section 2.2).
    private static final int ZLIB_METHOD = 0x08;
    private static final int ZLIB_METHOD_BITS = 0x8F;
    private static final int ZLIB_DICTIONARY = 0x20;

    private final byte[] bytes;
    private final int from;
    private final int end;
    private final Behind behind;
    private final int shortest;
    private final UnpackingBudget budget;
    private final EveryPlace everyPlace;
    /// Where segments and lines begin.
    private final BitSet beginnings = new BitSet();
    /// Compressed data with a header. Within it, what could be taken for raw deflate is not told of.
    private final BitSet told = new BitSet();

    /// What comes behind a block.
    public enum Behind {
        /// One that begins with the last bytes of this one, so that places there can wait.
        NEXT_BLOCK,
        /// Perhaps more, perhaps not: no place can wait.
        PERHAPS_MORE,
        NOTHING
    }

    /// Takes a place where compressed data may begin.
    @FunctionalInterface
    public interface Taker {
        /// Returns the place behind the compressed data; `at` where there is none after all.
        ///
        /// @param budget what may be spent on it
        int begins(Packing packing, int at, UnpackingBudget budget);
    }

    /// @param from places before were told of already
    /// @param end of the block
    /// @param behind what comes behind it
    public Starts(
            byte[] bytes,
            int from,
            int end,
            Behind behind,
            Scans scans,
            UnpackingBudget budget,
            EveryPlace everyPlace) {
        this.bytes = bytes;
        this.from = from;
        this.end = end;
        this.behind = behind;
        this.shortest = scans.shortest();
        this.budget = budget;
        this.everyPlace = everyPlace;
    }

    /// The bytes before this place belong to compressed data with a header that was told of earlier.
    public void toldBefore(int place) {
        told.set(0, place);
    }

    /// A segment begins here.
    public void segment(int at) {
        if (at >= from) {
            beginnings.set(at);
        }
    }

    /// Tells of those that have a header, and then of raw deflate. Returns how many places before the end have to wait
    /// for the next block, which begins with them.
    public int find(Taker taker) {
        int until = Math.max(from, end + 1 - (behind == Behind.NEXT_BLOCK ? ROOM : NEEDED));
        if (from > 0 && bytes[from - 1] == LINE_FEED) {
            beginnings.set(from);
        }
        ByteBuffer block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = from;
        while (at < until && at + Long.BYTES < end) {
            marks(at, until, block.getLong(at), block.getLong(at + 1), taker);
            at += Long.BYTES;
        }
        while (at < until) {
            mark(at, taker);
            at++;
        }
        raw(until, taker);
        return end - until;
    }

    /// @param these eight bytes
    /// @param next those one place behind
    private void marks(int at, int until, long these, long next, Taker taker) {
        long gzip = EightBytes.equalTo(GZIP_FIRST, these) & EightBytes.equalTo(GZIP_SECOND, next);
        // Of a zlib header first the bits that turn away small letters, digits and spaces.
        long zlib =
                EightBytes.equalTo(ZLIB_METHOD, ZLIB_METHOD_BITS, these) & EightBytes.equalTo(0, ZLIB_DICTIONARY, next);
        long marks = gzip | zlib | EightBytes.equalTo(LINE_FEED, these);
        while (marks != 0) {
            int place = at + EightBytes.first(marks);
            if (place < until) {
                mark(place, taker);
            }
            marks &= marks - 1;
        }
    }

    private void mark(int at, Taker taker) {
        switch (bytes[at]) {
            case LINE_FEED -> beginnings.set(at + 1);
            case GZIP_FIRST -> gzip(at, taker);
            default -> zlib(at, taker);
        }
    }

    private void gzip(int at, Taker taker) {
        if (bytes[at + 1] == GZIP_SECOND && bytes[at + 2] == DEFLATE_METHOD) {
            withHeader(Packing.GZIP, at, taker);
        }
    }

    private void zlib(int at, Taker taker) {
        int flags = bytes[at + 1] & 0xFF;
        boolean header = (bytes[at] & ZLIB_METHOD_BITS) == ZLIB_METHOD
                && (flags & ZLIB_DICTIONARY) == 0
                && ((bytes[at] << 8) | flags) % 31 == 0;
        if (header && DeflateStart.mayBegin(bytes, at + 2, end, shortest, behind == Behind.NOTHING)) {
            withHeader(Packing.ZLIB, at, taker);
        }
    }

    private void withHeader(Packing packing, int at, Taker taker) {
        budget.spendToBegin();
        told.set(at, taker.begins(packing, at, budget));
    }

    private void raw(int until, Taker taker) {
        int at = from;
        while (at < until && everyPlace.mayLook()) {
            raw(at, everyPlace.budget(), taker);
            at++;
        }
        for (at = beginnings.nextSetBit(at); at >= 0 && at < until; at = beginnings.nextSetBit(at + 1)) {
            budget.spendToLook();
            raw(at, budget, taker);
        }
    }

    private void raw(int at, UnpackingBudget from, Taker taker) {
        if (DeflateStart.mayBegin(bytes, at, end, shortest, behind == Behind.NOTHING) && !told.get(at)) {
            from.spendToBegin();
            taker.begins(Packing.DEFLATE, at, from);
        }
    }
}
