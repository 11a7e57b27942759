package eavesdrop.pcap;

import java.nio.ByteBuffer;

/// The Internet checksum (RFC 1071): the ones' complement of the ones' complement sum of 16-bit words.
final class Checksum {
    private long sum;

    /// Adds bytes from the buffer's position to its limit; the position stays. An odd last byte counts as
    /// the high byte of a word.
    Checksum add(ByteBuffer bytes) {
        ByteBuffer words = bytes.duplicate();
        while (words.remaining() >= 2) {
            sum += Short.toUnsignedInt(words.getShort());
        }
        if (words.hasRemaining()) {
            sum += Byte.toUnsignedInt(words.get()) << 8;
        }
        return this;
    }

    /// Adds one 16-bit word.
    Checksum add(int word) {
        sum += word;
        return this;
    }

    short value() {
        long folded = sum;
        while (folded >> 16 != 0) {
            folded = (folded & 0xFFFF) + (folded >> 16);
        }
        return (short) ~folded;
    }
}
