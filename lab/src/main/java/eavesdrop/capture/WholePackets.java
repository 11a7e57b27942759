package eavesdrop.capture;

import eavesdrop.pcap.CaptureMarks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Finds where whole packets end in the bytes of a capture file, without looking into the packets.
///
/// Both formats say the length of each piece near its start: in pcap (draft-ietf-opsawg-pcap) a file header of 24
/// bytes, then per packet 16 bytes of header, whose third word is the number of bytes that follow; in pcapng
/// (draft-ietf-opsawg-pcapng) blocks, whose second word is the length of the whole block. Remembers the format and
/// byte order it has seen, so the bytes of one file must come in order.
final class WholePackets {
    /// No writer makes longer pieces; a length beyond this means that the file is damaged.
    static final int LONGEST = 1 << 20;

    private static final int DAMAGED = -1;

    /// The whole pieces at the beginning of some bytes.
    ///
    /// @param bytes how many bytes they have
    /// @param packets how many of them are packets; the rest is what describes the file
    record Whole(int bytes, long packets) {}

    private enum Format {
        UNKNOWN,
        PCAP,
        PCAPNG
    }

    private Format format = Format.UNKNOWN;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;

    /// How many bytes, from the buffer's position, are whole pieces. Does not move the position.
    ///
    /// @throws IOException if the bytes start with something that cannot be a piece of a capture
    int length(ByteBuffer bytes) throws IOException {
        return take(bytes, Long.MAX_VALUE).bytes();
    }

    /// The same, and not more than so many packets.
    Whole take(ByteBuffer bytes, long most) throws IOException {
        int end = bytes.position();
        long packets = 0;
        while (true) {
            int left = bytes.limit() - end;
            ByteBuffer rest = bytes.slice(end, left);
            boolean isPacket = isPacket(rest);
            int piece = next(rest);
            if (piece == DAMAGED && end == bytes.position()) {
                throw new IOException("not a capture, or a damaged one");
            }
            if (piece <= 0 || piece > left || packets == most) {
                return new Whole(end - bytes.position(), packets);
            }
            end += piece;
            packets += isPacket ? 1 : 0;
        }
    }

    /// Whether the piece that starts here is one. To be asked before `next`, which may find out the format.
    private boolean isPacket(ByteBuffer bytes) {
        return switch (format) {
            case UNKNOWN -> false;
            case PCAP -> true;
            case PCAPNG ->
                bytes.remaining() >= CaptureMarks.SHORTEST_BLOCK
                        && CaptureMarks.isPacket(bytes.order(order).getInt(0));
        };
    }

    /// Length of the piece that starts here; 0 when too little of it is there to tell, or `DAMAGED`.
    private int next(ByteBuffer bytes) {
        return switch (format) {
            case UNKNOWN -> first(bytes);
            case PCAP ->
                bytes.remaining() < CaptureMarks.PCAP_RECORD_HEADER
                        ? 0
                        : checked(CaptureMarks.PCAP_RECORD_HEADER + number(bytes, 8));
            case PCAPNG -> bytes.remaining() < CaptureMarks.SHORTEST_BLOCK ? 0 : block(bytes);
        };
    }

    private int first(ByteBuffer bytes) {
        if (bytes.remaining() < CaptureMarks.PCAP_FILE_HEADER) {
            return 0;
        }
        int magic = bytes.getInt(0);
        if (magic == CaptureMarks.SECTION_HEADER) {
            format = Format.PCAPNG;
            return block(bytes);
        }
        if (!isPcap(magic) && !isPcap(Integer.reverseBytes(magic))) {
            return DAMAGED;
        }
        order = isPcap(magic) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        format = Format.PCAP;
        return CaptureMarks.PCAP_FILE_HEADER;
    }

    private static boolean isPcap(int magic) {
        return magic == CaptureMarks.PCAP_MICROSECONDS || magic == CaptureMarks.PCAP_NANOSECONDS;
    }

    private int block(ByteBuffer bytes) {
        if (bytes.getInt(0) == CaptureMarks.SECTION_HEADER) {
            // Each section has a byte order of its own.
            order = bytes.getInt(8) == CaptureMarks.BYTE_ORDER_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        }
        return checked(number(bytes, 4));
    }

    private long number(ByteBuffer bytes, int offset) {
        return Integer.toUnsignedLong(bytes.order(order).getInt(offset));
    }

    private static int checked(long length) {
        return length < CaptureMarks.SHORTEST_BLOCK || length > LONGEST ? DAMAGED : (int) length;
    }
}
