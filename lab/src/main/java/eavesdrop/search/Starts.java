package eavesdrop.search;

import eavesdrop.search.How.Packing;
import java.nio.charset.StandardCharsets;
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

    private static final int GZIP_FIRST = 0x1F;
    private static final byte GZIP_SECOND = (byte) 0x8B;
    private static final byte DEFLATE_METHOD = 8;
    /// Deflate with a window of 256 bytes, the smallest (RFC 1950, section 2.2);
    private static final int ZLIB_SMALLEST = 0x08;
    /// and with one of 32 KB, as most have.
    private static final int ZLIB_LARGEST = 0x78;
    /// From a window to the one of twice its size.
    private static final int ZLIB_LARGER = 0x10;
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
        // The JDK searches a String for one letter with vector instructions, 16 bytes and more at once.
        String block = new String(bytes, from, until - from, StandardCharsets.ISO_8859_1);
        for (int at = block.indexOf(GZIP_FIRST); at >= 0; at = block.indexOf(GZIP_FIRST, at + 1)) {
            gzip(from + at, taker);
        }
        for (int first = ZLIB_SMALLEST; first <= ZLIB_LARGEST; first += ZLIB_LARGER) {
            for (int at = block.indexOf(first); at >= 0; at = block.indexOf(first, at + 1)) {
                zlib(from + at, taker);
            }
        }
        raw(block, until, taker);
        return end - until;
    }

    private void gzip(int at, Taker taker) {
        if (bytes[at + 1] == GZIP_SECOND && bytes[at + 2] == DEFLATE_METHOD) {
            withHeader(Packing.GZIP, at, taker);
        }
    }

    private void zlib(int at, Taker taker) {
        int flags = bytes[at + 1] & 0xFF;
        // The bit first: it turns away all small letters, digits and spaces.
        boolean header = (flags & ZLIB_DICTIONARY) == 0 && ((bytes[at] << 8) | flags) % 31 == 0;
        if (header && DeflateStart.mayBegin(bytes, at + 2, end, shortest, behind == Behind.NOTHING)) {
            withHeader(Packing.ZLIB, at, taker);
        }
    }

    private void withHeader(Packing packing, int at, Taker taker) {
        budget.spendToBegin();
        told.set(at, taker.begins(packing, at, budget));
    }

    private void raw(String block, int until, Taker taker) {
        int at = from;
        while (at < until && everyPlace.mayLook()) {
            raw(at, everyPlace.budget(), taker);
            at++;
        }
        if (at == until) {
            return;
        }
        if (at > 0 && bytes[at - 1] == '\n') {
            beginnings.set(at);
        }
        for (int feed = block.indexOf('\n', at - from); feed >= 0; feed = block.indexOf('\n', feed + 1)) {
            beginnings.set(from + feed + 1);
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
