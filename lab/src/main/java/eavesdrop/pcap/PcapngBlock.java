package eavesdrop.pcap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One block of a pcapng file that is there as a whole.
///
/// @param at where the block begins in `bytes`
/// @param total its total length as it states, which was checked
record PcapngBlock(
        MemorySegment bytes, long at, long total, ValueLayout.OfInt integer, ValueLayout.OfShort shortInteger) {
    private static final int END_OF_OPTIONS = 0;

    int type() {
        return bytes.get(integer, at);
    }

    /// Whether the total length stands at the end once more. Some writers forget that it should be a multiple of four,
    /// and put the second one behind the padding.
    boolean endsAsItBegins() {
        long padded = (total + 3) & ~3L;
        return bytes.get(integer, at + total - 4) == (int) total || bytes.get(integer, at + padded - 4) == (int) total;
    }

    /// Where the body begins in `bytes`.
    long body() {
        return at + 8;
    }

    long bodyLength() {
        return total - 12;
    }

    /// The number in two bytes at that offset of the body.
    int unsignedShort(long offset) {
        return Short.toUnsignedInt(bytes.get(shortInteger, body() + offset));
    }

    /// The number in four bytes at that offset of the body.
    long unsignedInt(long offset) {
        return Integer.toUnsignedLong(bytes.get(integer, body() + offset));
    }

    /// The signed number in eight bytes at that offset of the body.
    long signedLong(long offset) {
        boolean littleEndian = integer.order() == ByteOrder.LITTLE_ENDIAN;
        long low = unsignedInt(littleEndian ? offset : offset + 4);
        long high = unsignedInt(littleEndian ? offset + 4 : offset);
        return high << 32 | low;
    }

    int unsignedByte(long offset) {
        return Byte.toUnsignedInt(bytes.get(JAVA_BYTE, body() + offset));
    }

    /// Where in the body the value of an option begins, or -1 when the block has none of that code.
    ///
    /// @param first where in the body the options begin
    /// @param atLeast bytes that the value must have
    long option(long first, int code, int atLeast) {
        for (long option = first; option + 4 <= bodyLength(); ) {
            int length = unsignedShort(option + 2);
            int found = unsignedShort(option);
            if (found == END_OF_OPTIONS || option + 4 + length > bodyLength()) {
                return -1;
            }
            if (found == code && length >= atLeast) {
                return option + 4;
            }
            option += 4 + ((length + 3) & ~3);
        }
        return -1;
    }

    /// The text of an option, or the empty text.
    String textOption(long first, int code) {
        long value = option(first, code, 0);
        if (value < 0) {
            return "";
        }
        byte[] text = new byte[unsignedShort(value - 2)];
        MemorySegment.copy(bytes, JAVA_BYTE, body() + value, text, 0, text.length);
        return new String(text, StandardCharsets.UTF_8);
    }
}
