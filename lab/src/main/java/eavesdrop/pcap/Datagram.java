package eavesdrop.pcap;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/// What an IP packet carries: the addresses, the protocol, and where the payload lies.
///
/// A view like `Packet`: the decoder has one and moves it.
public final class Datagram implements Decoded {
    /// The protocol number of TCP.
    public static final int TCP = 6;

    boolean ipv6;
    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int protocol;
    byte[] bytes = {};
    int start;
    int capturedLength;
    int length;
    int frameOffset;
    boolean quoted;
    boolean fragment;

    Datagram() {}

    /// What the payload is, for example `TCP` (IANA's protocol numbers).
    public int protocol() {
        return protocol;
    }

    /// Where the payload is: from `start()`, `capturedLength()` bytes of it.
    public byte[] bytes() {
        return bytes;
    }

    /// The place of the payload's first byte in `bytes()`.
    public int start() {
        return start;
    }

    /// How many bytes of the payload the capture holds.
    public int capturedLength() {
        return capturedLength;
    }

    /// How many bytes the payload had on the wire, at least `capturedLength()`.
    public int length() {
        return length;
    }

    /// How many bytes of the frame lie before the payload; -1 when the payload was put together from
    /// fragments and lies in no single frame.
    public int frameOffset() {
        return frameOffset;
    }

    /// Whether this is the beginning of a datagram that an ICMP error quotes, rather than one on its way.
    public boolean quoted() {
        return quoted;
    }

    /// Whether this is only the first fragment of a datagram, whose other fragments cannot be added.
    public boolean fragment() {
        return fragment;
    }

    /// The first eight bytes of the sender's address as a number; 0 for IPv4.
    public long sourceHigh() {
        return sourceHigh;
    }

    /// The last eight bytes of the sender's address as a number, or the four bytes of an IPv4 address.
    public long sourceLow() {
        return sourceLow;
    }

    /// As `sourceHigh`, of the receiver's address.
    public long destinationHigh() {
        return destinationHigh;
    }

    /// As `sourceLow`, of the receiver's address.
    public long destinationLow() {
        return destinationLow;
    }

    /// Whether the addresses are IPv6 addresses; otherwise they are IPv4 addresses.
    public boolean ipv6() {
        return ipv6;
    }

    /// The address for two halves as above. An IPv6 address stays one, also where it stands for an IPv4 address
    /// (`::ffff:10.0.0.1`).
    public static InetAddress address(boolean ipv6, long high, long low) {
        ByteBuffer bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).flip();
        byte[] address = new byte[ipv6 ? 16 : 4];
        bytes.get(ipv6 ? 0 : 12, address);
        try {
            return ipv6 ? Inet6Address.getByAddress(null, address, -1) : InetAddress.getByAddress(address);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
