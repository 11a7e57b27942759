package eavesdrop.search;

/// Looks at eight bytes at once, which lie in one number, the first of them lowest. Most blocks hold nothing of what is
/// looked for, and so are passed in an eighth of the steps.
final class EightBytes {
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;
    private static final long OTHER_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

    private EightBytes() {}

    /// The highest bit of each byte that is this one; all other bits are 0.
    static long equalTo(int wanted, long bytes) {
        return zeros(bytes ^ (wanted & 0xFF) * EACH);
    }

    /// The same for bytes of which only the bits of a mask count.
    static long equalTo(int wanted, int mask, long bytes) {
        return zeros((bytes & mask * EACH) ^ wanted * EACH);
    }

    /// In no byte a bit is carried into the next one: the sum of two numbers of seven bits has eight.
    private static long zeros(long bytes) {
        return ~(((bytes & OTHER_BITS) + OTHER_BITS) | bytes) & HIGHEST_BITS;
    }

    /// Which byte the lowest bit that is set belongs to, from 0.
    static int first(long bits) {
        return Long.numberOfTrailingZeros(bits) >> 3;
    }
}
