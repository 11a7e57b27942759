package eavesdrop.pcap;

import java.net.Inet4Address;
import java.nio.ByteBuffer;

/// One TCP segment that is to be written as an Ethernet frame, with every length and checksum right
/// (RFC 791, RFC 8200, RFC 9293).
public final class TcpFrame {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;

    private static final int TCP = 6;
    private static final int TCP_HEADER = 20;
    private static final int HOPS = 64;
    private static final int WINDOW = 65_535;

    private final Endpoint from;
    private final Endpoint to;
    private final int sequence;
    private final int acknowledgment;
    private final int controlBits;
    private final byte[] payload;

    /// @param from the sender; both ends must be of the same IP version
    /// @param sequence raw sequence number
    /// @param acknowledgment raw acknowledgment number; 0 where the ACK bit is not set
    /// @param controlBits the control bits as in the header, for example `PSH | ACK`
    /// @param payload the data, at most 65,475 bytes
    public TcpFrame(Endpoint from, Endpoint to, int sequence, int acknowledgment, int controlBits, byte[] payload) {
        this.from = from;
        this.to = to;
        this.sequence = sequence;
        this.acknowledgment = acknowledgment;
        this.controlBits = controlBits;
        this.payload = payload.clone();
    }

    /// The frame's bytes, from the destination MAC address to the last byte of the payload.
    public byte[] ethernet() {
        boolean ipv4 = from.address() instanceof Inet4Address;
        byte[] segment = segment();
        ByteBuffer frame = ByteBuffer.allocate(14 + (ipv4 ? 20 : 40) + segment.length);
        frame.put(macAddress(to)).put(macAddress(from)).putShort((short) (ipv4 ? 0x0800 : 0x86DD));
        if (ipv4) {
            frame.put(ipv4Header(segment.length));
        } else {
            frame.put(ipv6Header(segment.length));
        }
        return frame.put(segment).array();
    }

    /// TCP header and payload, with the checksum over the pseudo-header.
    private byte[] segment() {
        ByteBuffer segment = ByteBuffer.allocate(TCP_HEADER + payload.length);
        segment.putShort((short) from.port()).putShort((short) to.port());
        segment.putInt(sequence).putInt(acknowledgment);
        segment.put((byte) ((TCP_HEADER / 4) << 4)).put((byte) controlBits);
        segment.putShort((short) WINDOW).putInt(0);
        segment.put(payload).flip();
        short checksum = new Checksum()
                .add(ByteBuffer.wrap(from.address().getAddress()))
                .add(ByteBuffer.wrap(to.address().getAddress()))
                .add(TCP)
                .add(segment.limit())
                .add(segment)
                .value();
        return segment.putShort(16, checksum).array();
    }

    private ByteBuffer ipv4Header(int segmentLength) {
        ByteBuffer header = ByteBuffer.allocate(20);
        header.put((byte) 0x45).put((byte) 0).putShort((short) (20 + segmentLength));
        header.putShort((short) 0).putShort((short) 0x4000);
        header.put((byte) HOPS).put((byte) TCP).putShort((short) 0);
        header.put(from.address().getAddress()).put(to.address().getAddress()).flip();
        return header.putShort(10, new Checksum().add(header).value());
    }

    private ByteBuffer ipv6Header(int segmentLength) {
        ByteBuffer header = ByteBuffer.allocate(40);
        header.putInt(0x60000000).putShort((short) segmentLength);
        header.put((byte) TCP).put((byte) HOPS);
        return header.put(from.address().getAddress())
                .put(to.address().getAddress())
                .flip();
    }

    /// A locally administered MAC address made of the last four bytes of the IP address, as Docker does.
    private static byte[] macAddress(Endpoint end) {
        byte[] address = end.address().getAddress();
        byte[] mac = {0x02, 0x42, 0, 0, 0, 0};
        System.arraycopy(address, address.length - 4, mac, 2, 4);
        return mac;
    }
}
