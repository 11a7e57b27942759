package eavesdrop.pcap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes pcapng files block by block (draft-ietf-opsawg-pcapng), also such as no program would.
final class Blocks {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    byte[] bytes() {
        return file.toByteArray();
    }

    /// A section header; what follows is in this byte order.
    Blocks section(ByteOrder byteOrder, int... version) {
        order = byteOrder;
        ByteBuffer body = body(16).putInt(0x1A2B3C4D);
        body.putShort((short) (version.length > 0 ? version[0] : 1));
        body.putShort((short) (version.length > 1 ? version[1] : 0)).putLong(-1);
        return block(0x0A0D0D0A, body);
    }

    Blocks section() {
        return section(ByteOrder.LITTLE_ENDIAN);
    }

    /// An interface description without options.
    Blocks description(int linkType, int snapLength) {
        return block(1, body(8).putShort((short) linkType).putShort((short) 0).putInt(snapLength));
    }

    /// An interface description with one option.
    Blocks description(int linkType, int snapLength, int option, byte[] value) {
        ByteBuffer body = body(8 + 4 + padded(value.length) + 4);
        body.putShort((short) linkType).putShort((short) 0).putInt(snapLength);
        body.putShort((short) option).putShort((short) value.length).put(value);
        return block(1, body);
    }

    /// An option's value in eight bytes.
    byte[] number(long value) {
        return body(8).putLong(value).array();
    }

    Blocks enhanced(int descriptionNumber, long ticks, byte[] packet, int original) {
        ByteBuffer body = body(20 + padded(packet.length)).putInt(descriptionNumber);
        body.putInt((int) (ticks >>> 32)).putInt((int) ticks);
        return block(6, body.putInt(packet.length).putInt(original).put(packet));
    }

    Blocks simple(byte[] packet, int original) {
        return block(3, body(4 + padded(packet.length)).putInt(original).put(packet));
    }

    /// The obsolete Packet Block.
    Blocks old(int descriptionNumber, long ticks, byte[] packet) {
        ByteBuffer body = body(20 + padded(packet.length))
                .putShort((short) descriptionNumber)
                .putShort((short) 7);
        body.putInt((int) (ticks >>> 32)).putInt((int) ticks);
        return block(2, body.putInt(packet.length).putInt(packet.length).put(packet));
    }

    /// Any block.
    Blocks other(int type, int length) {
        return block(type, body(length));
    }

    Blocks other(int type, byte[] text) {
        return block(type, body(padded(text.length)).put(text));
    }

    /// A block whose second length is not the first.
    Blocks contradicting() {
        return raw(ByteBuffer.allocate(16)
                .order(order)
                .putInt(0x77)
                .putInt(16)
                .putInt(0)
                .putInt(20)
                .array());
    }

    Blocks raw(byte[] bytes) {
        file.writeBytes(bytes);
        return this;
    }

    private ByteBuffer body(int length) {
        return ByteBuffer.allocate(length).order(order);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private Blocks block(int type, ByteBuffer body) {
        int total = 12 + body.capacity();
        ByteBuffer block = ByteBuffer.allocate(total).order(order).putInt(type).putInt(total);
        block.put(body.rewind().limit(body.capacity())).putInt(total);
        return raw(block.array());
    }
}
