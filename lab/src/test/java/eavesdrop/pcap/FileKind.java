package eavesdrop.pcap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// The kinds of pcap files, by byte order, magic number, and the bytes behind the 24 of the file header and
/// behind the 16 of each record header. Every one is written with the same three packets.
enum FileKind {
    LITTLE_ENDIAN(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4, 0, 0),
    BIG_ENDIAN(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, 0, 0),
    NANOSECONDS(ByteOrder.LITTLE_ENDIAN, 0xA1B23C4D, 0, 0),
    NANOSECONDS_BIG_ENDIAN(ByteOrder.BIG_ENDIAN, 0xA1B23C4D, 0, 0),
    MODIFIED(ByteOrder.LITTLE_ENDIAN, 0xA1B2CD34, 0, 8),
    MODIFIED_BIG_ENDIAN(ByteOrder.BIG_ENDIAN, 0xA1B2CD34, 0, 8),
    MODIFIED_FOR_PROCESSORS(ByteOrder.LITTLE_ENDIAN, 0xA1B2CD34, 0, 12),
    MODIFIED_AND_NOT_SAYING_SO(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4, 0, 8),
    NOKIA(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, 0, 4),
    IXIA_HARDWARE(ByteOrder.LITTLE_ENDIAN, 0x1C0001AC, 4, 0),
    IXIA_SOFTWARE(ByteOrder.BIG_ENDIAN, 0x1C0001AB, 4, 0);

    /// Bytes of each packet that were kept; the second one was snapped by 40.
    static final List<Integer> CAPTURED = List.of(60, 60, 61);

    private static final int SECONDS = 1_764_000_000;

    private final ByteOrder order;
    private final int magic;
    private final int fileTail;
    private final int recordTail;

    FileKind(ByteOrder order, int magic, int fileTail, int recordTail) {
        this.order = order;
        this.magic = magic;
        this.fileTail = fileTail;
        this.recordTail = recordTail;
    }

    private boolean hasNanoseconds() {
        return magic == 0xA1B23C4D;
    }

    byte[] bytes() {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int i = 0; i < CAPTURED.size(); i++) {
            records.writeBytes(record(i, packet(i), CAPTURED.get(i) + (i == 1 ? 40 : 0)));
        }
        return file(records.toByteArray());
    }

    /// A file with this packet alone.
    byte[] bytesOf(byte[] packet) {
        return file(record(0, packet, packet.length));
    }

    private byte[] record(int number, byte[] packet, int original) {
        ByteBuffer record = ByteBuffer.allocate(16 + recordTail + packet.length).order(order);
        record.putInt(SECONDS + number)
                .putInt(fraction(number))
                .putInt(packet.length)
                .putInt(original);
        return record.position(16 + recordTail).put(packet).array();
    }

    private byte[] file(byte[] records) {
        ByteBuffer file = ByteBuffer.allocate(24 + fileTail + records.length).order(order);
        file.putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(1);
        if (fileTail > 0) {
            file.putInt(records.length);
        }
        return file.put(records).array();
    }

    /// Nothing that looks like a header.
    static byte[] packet(int number) {
        byte[] packet = new byte[CAPTURED.get(number)];
        Arrays.fill(packet, (byte) (0xE1 + number));
        return packet;
    }

    private static int fraction(int number) {
        return 123_456 + number;
    }

    /// When packet `number` (from 0) was captured, in nanoseconds since 1970.
    long nanos(int number) {
        return (SECONDS + number) * 1_000_000_000L + fraction(number) * (hasNanoseconds() ? 1L : 1000L);
    }
}
