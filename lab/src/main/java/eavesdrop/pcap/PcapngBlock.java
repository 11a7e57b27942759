package eavesdrop.pcap;

import java.nio.charset.StandardCharsets;

/// One block of a pcapng file that is there as a whole.
///
/// @param at where the block begins in `bytes`
/// @param total its total length as it states, which was checked
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record PcapngBlock(byte[] bytes, int at, int total, FileOrder order) {
    private static final int END_OF_OPTIONS = 0;

    int type() {
        return order.integer(bytes, at);
    }

    /// Whether the total length stands at the end once more. Some writers forget that it should be a multiple of four,
    /// and put the second one behind the padding.
    boolean endsAsItBegins() {
        int padded = (total + 3) & ~3;
        return order.integer(bytes, at + total - 4) == total || order.integer(bytes, at + padded - 4) == total;
    }

    /// Where the body begins in `bytes`.
    int body() {
        return at + 8;
    }

    int bodyLength() {
        return total - 12;
    }

    /// The number in two bytes at that offset of the body.
    int unsignedShort(int offset) {
        return order.unsignedShort(bytes, body() + offset);
    }

    /// The number in four bytes at that offset of the body.
    long unsignedInt(int offset) {
        return order.unsignedInteger(bytes, body() + offset);
    }

    /// The signed number in eight bytes at that offset of the body.
    long signedLong(int offset) {
        boolean littleEndian = order == FileOrder.LITTLE_ENDIAN;
        long low = unsignedInt(littleEndian ? offset : offset + 4);
        long high = unsignedInt(littleEndian ? offset + 4 : offset);
        return high << 32 | low;
    }

    int unsignedByte(int offset) {
        return NetworkOrder.unsignedByte(bytes, body() + offset);
    }

    /// Where in the body the value of an option begins, or -1 when the block has none of that code.
    ///
    /// @param first where in the body the options begin
    /// @param atLeast bytes that the value must have
    int option(int first, int code, int atLeast) {
        for (int option = first; option + 4 <= bodyLength(); ) {
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
    String textOption(int first, int code) {
        int value = option(first, code, 0);
        if (value < 0) {
            return "";
        }
        return new String(bytes, body() + value, unsignedShort(value - 2), StandardCharsets.UTF_8);
    }
}
