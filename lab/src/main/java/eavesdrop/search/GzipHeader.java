package eavesdrop.search;

import eavesdrop.search.How.Packing;

/// Passes over what stands before the deflate stream, which may come in pieces.
///
/// gzip (RFC 1952, section 2.3): 10 bytes, then, as the flags say, an extra field with its length, a name and
/// a comment that end with a zero byte, and a checksum of 2 bytes. zlib (RFC 1950): 2 bytes.
final class GzipHeader {
    private static final int FIXED_LENGTH = 10;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;
    /// The extra field may have 64 KB; names that are much longer are nobody's.
    private static final int LONGEST = 1 << 17;

    private final Packing packing;
    private int position;
    private int flags;
    /// Bytes of the extra field to come; -2 and -1 before its length is known.
    private int extra = -2;
    private int extraLength;
    private int texts;
    private int checksum;
    private boolean done;

    GzipHeader(Packing packing) {
        this.packing = packing;
        this.done = packing == Packing.DEFLATE;
    }

    /// Returns the place of the first byte behind the header, or `to` when it goes on.
    int skip(byte[] bytes, int from, int to) {
        int at = from;
        while (!done && at < to) {
            take(bytes[at++] & 0xFF);
        }
        return at;
    }

    boolean isWrong() {
        return position > LONGEST || (flags & RESERVED) != 0;
    }

    private void take(int b) {
        position++;
        if (packing == Packing.ZLIB) {
            done = position == 2;
        } else if (position <= FIXED_LENGTH) {
            begin(b);
        } else if (extra != 0) {
            takeExtra(b);
        } else if (texts > 0) {
            texts -= b == 0 ? 1 : 0;
        } else {
            checksum--;
        }
        done |= position >= FIXED_LENGTH && extra == 0 && texts == 0 && checksum == 0;
    }

    private void begin(int b) {
        if (position == 4) {
            flags = b;
        } else if (position == FIXED_LENGTH) {
            // An extra field begins with two bytes that say how many follow.
            extra = (flags & HAS_EXTRA) == 0 ? 0 : -2;
            texts = ((flags & HAS_NAME) == 0 ? 0 : 1) + ((flags & HAS_COMMENT) == 0 ? 0 : 1);
            checksum = (flags & HAS_CHECKSUM) == 0 ? 0 : 2;
        }
    }

    private void takeExtra(int b) {
        if (extra == -2) {
            extraLength = b;
            extra = -1;
        } else if (extra == -1) {
            extra = extraLength | (b << 8);
        } else {
            extra--;
        }
    }
}
