package eavesdrop.pcap;

import eavesdrop.Opened;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Writes a capture file in the pcapng format (draft-ietf-opsawg-pcapng): one section, one interface, then
/// one Enhanced Packet Block for each packet. Times are kept in nanoseconds.
///
/// Every packet is flushed at once, so that somebody who follows the file sees it at once. One caller at a
/// time: whoever writes from several threads must take turns.
public final class CaptureWriter implements AutoCloseable {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final OutputStream out;

    private CaptureWriter(OutputStream out) {
        this.out = out;
    }

    /// Starts a capture in a file; what the file held before is lost.
    ///
    /// @param comment stands in the section header, where Wireshark shows it in the capture's properties
    public static CaptureWriter open(Path file, LinkType linkType, String comment) throws IOException {
        try (Opened opened = new Opened()) {
            return opened.keep(open(opened.add(Files.newOutputStream(file)), linkType, comment));
        }
    }

    /// Starts a capture on a stream, which `close` closes.
    public static CaptureWriter open(OutputStream out, LinkType linkType, String comment) throws IOException {
        CaptureWriter writer = new CaptureWriter(out);
        writer.section(comment);
        writer.interfaceDescription(linkType);
        return writer;
    }

    /// Adds one packet, whole, from its first byte of the link layer.
    public void write(Instant time, byte[] frame) throws IOException {
        write(time, frame, frame.length);
    }

    /// Adds the beginning of a packet.
    ///
    /// @param originalLength bytes that the packet had on the wire
    public void write(Instant time, byte[] frame, int originalLength) throws IOException {
        long nanos = Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS_PER_SECOND), time.getNano());
        ByteBuffer body = body(20 + padded(frame.length));
        body.putInt(0);
        body.putInt((int) (nanos >>> 32)).putInt((int) nanos);
        body.putInt(frame.length).putInt(originalLength);
        body.put(frame);
        block(CaptureMarks.ENHANCED_PACKET, body);
        out.flush();
    }

    private void section(String comment) throws IOException {
        byte[] commentBytes = comment.getBytes(StandardCharsets.UTF_8);
        byte[] application = "Eavesdrop".getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = body(16 + 4 + padded(commentBytes.length) + 4 + padded(application.length) + 4);
        body.putInt(CaptureMarks.BYTE_ORDER_MAGIC);
        body.putShort((short) 1).putShort((short) 0);
        body.putLong(-1);
        option(body, CaptureMarks.OPTION_COMMENT, commentBytes);
        option(body, CaptureMarks.OPTION_APPLICATION, application);
        body.putInt(0);
        block(CaptureMarks.SECTION_HEADER, body);
    }

    private void interfaceDescription(LinkType linkType) throws IOException {
        ByteBuffer body = body(8 + 4 + 4 + 4);
        body.putShort((short) linkType.code()).putShort((short) 0);
        body.putInt(0);
        option(body, CaptureMarks.OPTION_TIME_RESOLUTION, new byte[] {9});
        body.putInt(0);
        block(CaptureMarks.INTERFACE_DESCRIPTION, body);
    }

    private static ByteBuffer body(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void option(ByteBuffer body, int code, byte[] value) {
        body.putShort((short) code).putShort((short) value.length);
        body.put(value);
        body.position(body.position() + padded(value.length) - value.length);
    }

    /// A block is its type, its total length, the body and the total length once more.
    private void block(int type, ByteBuffer body) throws IOException {
        int total = 12 + body.capacity();
        byte[] block = new byte[total];
        ByteBuffer.wrap(block)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type)
                .putInt(total)
                .put(body.rewind())
                .putInt(total);
        out.write(block);
    }

    /// Everything in a pcapng file starts at a multiple of four bytes.
    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
