package eavesdrop.search;

import eavesdrop.search.How.Packing;
import java.nio.charset.StandardCharsets;

/// Finds the places where compressed data may begin.
public final class Starts {
    /// Bytes that must be seen to tell.
    public static final int NEEDED = 3;

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

    private Starts() {}

    /// Takes a place where compressed data may begin.
    @FunctionalInterface
    public interface Taker {
        void begins(Packing packing, int at);
    }

    /// Tells of gzip and zlib headers, and of raw deflate that begins behind a line feed.
    ///
    /// @param from places before were told of already
    /// @param end places with fewer than `NEEDED` bytes before it are not told of
    public static void find(byte[] bytes, int from, int end, UnpackingBudget budget, Taker taker) {
        // The JDK searches a String for one letter with vector instructions, 16 bytes and more at once.
        String block = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        for (int at = next(block, GZIP_FIRST, 0); at >= 0; at = next(block, GZIP_FIRST, at + 1)) {
            gzip(bytes, from + at, taker);
        }
        for (int first = ZLIB_SMALLEST; first <= ZLIB_LARGEST; first += ZLIB_LARGER) {
            for (int at = next(block, first, 0); at >= 0; at = next(block, first, at + 1)) {
                zlib(bytes, from + at, end, taker);
            }
        }
        if (from > 0 && bytes[from - 1] == '\n' && from + NEEDED <= end) {
            raw(bytes, from, end, budget, taker);
        }
        for (int at = next(block, '\n', 0); at >= 0; at = next(block, '\n', at + 1)) {
            if (from + at + 1 + NEEDED <= end) {
                raw(bytes, from + at + 1, end, budget, taker);
            }
        }
    }

    /// The next place of a letter that has enough behind it.
    private static int next(String block, int letter, int from) {
        int at = block.indexOf(letter, from);
        return at + NEEDED <= block.length() ? at : -1;
    }

    private static void gzip(byte[] bytes, int at, Taker taker) {
        if (bytes[at + 1] == GZIP_SECOND && bytes[at + 2] == DEFLATE_METHOD) {
            taker.begins(Packing.GZIP, at);
        }
    }

    private static void zlib(byte[] bytes, int at, int end, Taker taker) {
        int flags = bytes[at + 1] & 0xFF;
        // The bit first: it turns away all small letters, digits and spaces.
        boolean header = (flags & ZLIB_DICTIONARY) == 0 && ((bytes[at] << 8) | flags) % 31 == 0;
        if (header && DeflateStart.mayBegin(bytes, at + 2, end)) {
            taker.begins(Packing.ZLIB, at);
        }
    }

    /// Tells when raw deflate may begin at this place.
    public static void raw(byte[] bytes, int at, int end, UnpackingBudget budget, Taker taker) {
        budget.spendToLook();
        if (DeflateStart.mayBegin(bytes, at, end)) {
            taker.begins(Packing.DEFLATE, at);
        }
    }
}
