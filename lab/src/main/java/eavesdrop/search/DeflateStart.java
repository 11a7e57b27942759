package eavesdrop.search;

/// Looks whether a deflate stream (RFC 1951) may begin at a place, in a few nanoseconds.
///
/// Raw deflate has no header to know it by, so every place where one could begin must be tried. Nearly all
/// that is something else is turned away here: by a length that does not fit its complement, by a code that
/// is not complete, or by a copy of bytes from before the beginning.
final class DeflateStart {
    private static final int STORED = 0;
    private static final int FIXED = 1;
    private static final int DYNAMIC = 2;
    /// So many symbols without a contradiction are enough to try it in earnest.
    private static final int SYMBOLS = 32;
    private static final int END_OF_BLOCK = 256;
    private static final int LONGEST_CODE = 7;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };

    private final byte[] bytes;
    private final int end;
    private final int fewest;
    private final boolean last;
    private int bit;
    private int symbols;
    private int written;

    private DeflateStart(byte[] bytes, int at, int end, int fewest, boolean last) {
        this.bytes = bytes;
        this.end = end;
        this.fewest = fewest;
        this.last = last;
        this.bit = at * 8;
    }

    /// Whether the bytes from `at` to `end` may be the beginning of a deflate stream.
    ///
    /// @param fewest bytes that must come out of it, if it is seen to its end
    /// @param last whether nothing follows
    static boolean mayBegin(byte[] bytes, int at, int end, int fewest, boolean last) {
        // Half of all places are turned away by their first bits; an object for each would cost more than the look.
        int type = (bytes[at] >> 1) & 3;
        return switch (type) {
            case STORED -> isStored(bytes, at + 1, end);
            case FIXED, DYNAMIC -> new DeflateStart(bytes, at, end, fewest, last).blocks();
            default -> false;
        };
    }

    private boolean blocks() {
        while (symbols < SYMBOLS && !isOver()) {
            boolean isLast = bits(1) == 1;
            switch (bits(2)) {
                case STORED -> {
                    return isStored(bytes, (bit + 7) / 8, end);
                }
                case FIXED -> {
                    if (!fixed()) {
                        return false;
                    }
                }
                case DYNAMIC -> {
                    return dynamic();
                }
                default -> {
                    return isOver() && mayGoOn();
                }
            }
            if (symbols < SYMBOLS && !isOver() && (isLast || written >= fewest)) {
                return written >= fewest;
            }
        }
        return !isOver() || mayGoOn();
    }

    /// Where no byte is left: whether more may come, or enough has come out.
    private boolean mayGoOn() {
        return !last || written >= fewest;
    }

    /// Section 3.2.4: a length, and its complement, as far as they are there.
    private static boolean isStored(byte[] bytes, int at, int end) {
        return at + 3 < end && (bytes[at] ^ bytes[at + 2]) == -1 && (bytes[at + 1] ^ bytes[at + 3]) == -1;
    }

    /// Section 3.2.7: the lengths of the codes for code lengths must fill the space of codes exactly.
    private boolean dynamic() {
        int literals = bits(5);
        int distances = bits(5);
        int count = bits(4) + 4;
        int filled = 0;
        for (int i = 0; i < count && !isOver(); i++) {
            int length = bits(3);
            filled += length == 0 ? 0 : 1 << (LONGEST_CODE - length);
        }
        return isOver() ? mayGoOn() : literals <= 29 && distances <= 29 && filled == 1 << LONGEST_CODE;
    }

    /// Section 3.2.6. True at the end of the block, and where enough of it was seen.
    private boolean fixed() {
        while (symbols++ < SYMBOLS) {
            int symbol = fixedSymbol();
            if (isOver() || symbol == END_OF_BLOCK) {
                return true;
            }
            if (symbol < 256) {
                written++;
            } else if (!copies(symbol)) {
                return false;
            }
        }
        return true;
    }

    private boolean copies(int symbol) {
        int length = symbol > 285 ? 0 : copyLength(symbol - 257);
        if (length == 0 || (copyDistance() > written && !isOver())) {
            return false;
        }
        written += length;
        return true;
    }

    private int fixedSymbol() {
        int seven = codeBits(7);
        if (seven < 0b0011000) {
            return 256 + seven;
        }
        int eight = (seven << 1) | codeBits(1);
        if (eight < 0b11000000) {
            return eight - 0b00110000;
        }
        return eight < 0b11001000 ? 280 + eight - 0b11000000 : 144 + ((eight << 1) | codeBits(1)) - 0b110010000;
    }

    /// Section 3.2.5.
    private int copyLength(int code) {
        int extra = code < 8 || code == 28 ? 0 : (code - 4) / 4;
        return LENGTH_BASE[code] + bits(extra);
    }

    /// More than any window holds where the code is none.
    private int copyDistance() {
        int code = codeBits(5);
        if (code > 29) {
            return Integer.MAX_VALUE;
        }
        if (code < 4) {
            return code + 1;
        }
        int extra = code / 2 - 1;
        return ((2 + code % 2) << extra) + 1 + bits(extra);
    }

    private boolean isOver() {
        return bit > end * 8;
    }

    /// A code: its first bit is its highest.
    private int codeBits(int count) {
        return Integer.reverse(bits(count) << (Integer.SIZE - count));
    }

    /// A number of at most 16 bits: its first bit is its lowest. Zeros behind the end.
    private int bits(int count) {
        int at = bit >> 3;
        int three = byteAt(at) | byteAt(at + 1) << 8 | byteAt(at + 2) << 16;
        int value = (three >> (bit & 7)) & ((1 << count) - 1);
        bit += count;
        return value;
    }

    private int byteAt(int at) {
        return at < end ? bytes[at] & 0xFF : 0;
    }
}
