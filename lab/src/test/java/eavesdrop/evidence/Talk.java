package eavesdrop.evidence;

import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.TcpFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// One case of `UnusualTraffic`: a client and a server of its own, who speak in one stream.
final class Talk {
    static final String TEXT = "SAY " + "abcdefghijklmnopqrstuvwxyz".repeat(4);

    final Endpoint client;
    final Endpoint server;
    final RawPackets packets;
    /// The segment with the text.
    final byte[] segment;

    private final CaptureWriter capture;

    Talk(CaptureWriter capture, InetAddress from, InetAddress to) {
        this.capture = capture;
        client = new Endpoint(from, 40_000);
        server = new Endpoint(to, 12_345);
        packets = new RawPackets(client, server);
        segment = payload(new TcpFrame(client, server, 1006, 5001, TcpFrame.ACK, bytes(TEXT)));
    }

    /// The handshake and a greeting; the text comes next.
    Talk begin() throws IOException {
        send(new TcpFrame(client, server, 1000, 0, TcpFrame.SYN, bytes("")));
        send(new TcpFrame(server, client, 5000, 1001, TcpFrame.SYN | TcpFrame.ACK, bytes("")));
        send(new TcpFrame(client, server, 1001, 5001, TcpFrame.ACK, bytes("WHO \n")));
        return this;
    }

    void end() throws IOException {
        send(new TcpFrame(client, server, 1006 + TEXT.length(), 5001, TcpFrame.ACK, bytes("BYE\n")));
        send(new TcpFrame(server, client, 5001, 1006, TcpFrame.ACK, bytes("LEFT\n")));
    }

    /// A piece of the datagram with the text: bytes from `from` to `to` of it, or lies in their place.
    record Piece(int from, int to, boolean lie, boolean last) {
        /// Flags and fragment offset in an IPv4 header.
        int field() {
            return from / 8 | (last ? 0 : 0x2000);
        }

        byte[] ipv6Header(int next) {
            return ByteBuffer.allocate(8)
                    .put((byte) next)
                    .put((byte) 0)
                    .putShort((short) (from | (last ? 0 : 1)))
                    .putInt(7)
                    .array();
        }
    }

    static Piece piece(int from, int to) {
        return new Piece(from, to, false, to == 128);
    }

    static Piece lie(int from, int to) {
        return new Piece(from, to, true, to == 128);
    }

    byte[] cut(Piece piece) {
        byte[] bytes = Arrays.copyOfRange(segment, piece.from, piece.to);
        if (piece.lie) {
            Arrays.fill(bytes, (byte) 'X');
        }
        return bytes;
    }

    byte[] ipv4(Piece piece) {
        return packets.ipv4(piece.field(), cut(piece));
    }

    byte[] ipv6(Piece piece) {
        return packets.ipv6(44, RawPackets.join(piece.ipv6Header(RawPackets.TCP), cut(piece)));
    }

    TcpFrame frame(int sequence, String text) {
        return new TcpFrame(client, server, sequence, 5001, TcpFrame.ACK, bytes(text));
    }

    /// The segment in one piece.
    byte[] packet() {
        return packets.ipv4(0x4000, segment);
    }

    /// The header of a segment of the client, without payload.
    byte[] header(int sequence, int controlBits) {
        byte[] frame = new TcpFrame(client, server, sequence, 5001, controlBits, bytes("")).ethernet();
        return Arrays.copyOfRange(frame, frame.length - 20, frame.length);
    }

    /// Writes a packet without its last ten bytes.
    void snap(byte[] packet) throws IOException {
        snap(packet, 10);
    }

    /// Writes a packet without that many of its last bytes.
    void snap(byte[] packet, int missing) throws IOException {
        byte[] whole = ethernet(packet);
        capture.write(Instant.EPOCH, Arrays.copyOf(whole, whole.length - missing), whole.length);
    }

    void send(TcpFrame frame) throws IOException {
        capture.write(Instant.EPOCH, frame.ethernet());
    }

    /// @param tags each with its EtherType, as they stand in the frame
    void send(byte[] packet, int... tags) throws IOException {
        capture.write(Instant.EPOCH, ethernet(packet, tags));
    }

    private static byte[] ethernet(byte[] packet, int... tags) {
        ByteBuffer frame =
                ByteBuffer.allocate(14 + 4 * tags.length + packet.length).position(12);
        for (int tag : tags) {
            frame.putInt(tag);
        }
        int type = packet[0] >> 4 == 4 ? 0x0800 : 0x86DD;
        return frame.putShort((short) type).put(packet).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The TCP segment of a frame.
    private static byte[] payload(TcpFrame frame) {
        byte[] ethernet = frame.ethernet();
        return Arrays.copyOfRange(ethernet, ethernet.length - 20 - TEXT.length(), ethernet.length);
    }
}
