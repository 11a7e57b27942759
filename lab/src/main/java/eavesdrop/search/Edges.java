package eavesdrop.search;

/// The base64 digits at both ends that hold bits of the text and bits of what stands beside it.
///
/// @param before 1 where there is such a digit at the front, else 0
/// @param beforeBits the low bits of its value that belong to the text
/// @param beforeMask which bits those are
/// @param behind 1 where there is such a digit at the end, else 0
/// @param behindBits the high bits of its value that belong to the text
/// @param behindMask which bits those are
record Edges(int before, int beforeBits, int beforeMask, int behind, int behindBits, int behindMask) {
    static final Edges NONE = new Edges(0, 0, 0, 0, 0, 0);

    /// Whether the bytes beside `from` (inclusive) and `to` (exclusive) are such digits.
    boolean fit(byte[] block, int from, int to, int end) {
        return fitsBefore(block, from - 1) && fitsBehind(block, to, end);
    }

    private boolean fitsBefore(byte[] block, int at) {
        return before == 0 || (at >= 0 && fits(block[at], beforeBits, beforeMask));
    }

    private boolean fitsBehind(byte[] block, int at, int end) {
        return behind == 0 || (at < end && fits(block[at], behindBits, behindMask));
    }

    private static boolean fits(byte digit, int bits, int mask) {
        int value = Base64Digits.value(digit);
        return value >= 0 && (value & mask) == bits;
    }
}
