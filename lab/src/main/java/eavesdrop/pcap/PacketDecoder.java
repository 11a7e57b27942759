package eavesdrop.pcap;

/// Reads a packet from its first byte to the payload of its (innermost) IP header.
///
///     link layer → IPv4 or IPv6 (options, extension headers, fragments) → payload
///                      ↑                                                    │
///                      └── IP in IP, GRE, VXLAN, Geneve, quoted by ICMP ◄───┘
///
/// Specifications: RFC 791 (IPv4), RFC 8200 (IPv6), RFC 2675 (jumbograms). No checksum is verified: network
/// cards compute them after the packet was captured. Keeps the fragments of incomplete datagrams, so one
/// decoder is for one capture.
public final class PacketDecoder {
    /// Tunnels in tunnels beyond this depth are somebody's attempt to make us work.
    private static final int DEEPEST = 256;

    private static final int IPV6_HOP_BY_HOP = 0;
    private static final int IPV6_ROUTING = 43;
    private static final int IPV6_FRAGMENT = 44;
    private static final int IPV6_DESTINATION = 60;

    private final Cursor cursor = new Cursor();
    private final Datagram datagram = new Datagram();
    private final Fragments fragments = new Fragments();
    private int frameStart;
    private boolean inFrame;
    private int depth;

    /// What the packet is. A `Datagram` is always the same object and holds until the next call.
    public Decoded decode(Packet packet) {
        if (PlainPacket.is(packet)) {
            PlainPacket.read(packet, datagram);
            return datagram;
        }
        return decodeStepByStep(packet);
    }

    /// The way for all packets.
    Decoded decodeStepByStep(Packet packet) {
        cursor.moveTo(packet.bytes(), packet.start(), packet.capturedLength(), packet.originalLength());
        frameStart = packet.start();
        inFrame = true;
        depth = 0;
        datagram.quoted = false;
        datagram.fragment = false;
        return network(LinkLayer.skip(packet.linkType(), cursor));
    }

    /// How many datagrams have lost fragments, as far as can be told by now.
    public int incompleteDatagrams() {
        return fragments.incomplete();
    }

    private Decoded network(int etherType) {
        depth++;
        if (depth > DEEPEST) {
            return Decoded.Other.MALFORMED;
        }
        return switch (etherType) {
            case LinkLayer.IPV4 -> ipv4();
            case LinkLayer.IPV6 -> ipv6();
            case LinkLayer.CUT -> Decoded.Truncated.LINK_HEADER;
            case LinkLayer.OPAQUE -> Decoded.Other.OPAQUE;
            case LinkLayer.UNKNOWN -> Decoded.Other.UNKNOWN_LINK_TYPE;
            default -> Decoded.Other.NOT_IP;
        };
    }

    private Decoded ipv4() {
        if (!cursor.has(20)) {
            return Decoded.Truncated.IP_HEADER;
        }
        int version = cursor.unsignedByte(0) >> 4;
        if (version == 6) {
            return ipv6(); // Announced wrongly; Wireshark reads it all the same.
        }
        int header = (cursor.unsignedByte(0) & 0x0F) * 4;
        int total = cursor.unsignedShort(2);
        if (version != 4 || header < 20 || (total != 0 && total < header)) {
            return Decoded.Other.MALFORMED;
        }
        if (!cursor.has(header)) {
            return Decoded.Truncated.IP_HEADER;
        }
        addresses(false, 0, cursor.unsignedInt(12), 0, Ipv4Options.destination(cursor, header));
        // A total length of 0 stands for "more than fits": the network card would have cut it into pieces.
        if (total != 0) {
            cursor.limit(total);
        }
        int protocol = cursor.unsignedByte(9);
        int identification = cursor.unsignedShort(4);
        int flagsAndOffset = cursor.unsignedShort(6);
        cursor.skip(header);
        boolean more = (flagsAndOffset & 0x2000) != 0;
        int offset = (flagsAndOffset & 0x1FFF) * 8;
        return more || offset > 0 ? fragment(protocol, identification, offset, more) : payload(protocol);
    }

    private Decoded ipv6() {
        if (!cursor.has(40)) {
            return Decoded.Truncated.IP_HEADER;
        }
        if (cursor.unsignedByte(0) >> 4 != 6) {
            return Decoded.Other.MALFORMED;
        }
        addresses(true, cursor.signedLong(8), cursor.signedLong(16), cursor.signedLong(24), cursor.signedLong(32));
        int length = cursor.unsignedShort(4);
        int next = cursor.unsignedByte(6);
        cursor.skip(40);
        // A payload length of 0 stands for a jumbogram, or for a packet that the network card would have cut.
        if (length != 0) {
            cursor.limit(length);
        } else if (next == IPV6_HOP_BY_HOP) {
            limitJumbogram();
        }
        return afterExtensions(next);
    }

    /// Passes over extension headers (RFC 8200, section 4): each names the next one and its own length.
    private Decoded afterExtensions(int first) {
        int next = first;
        while (Ipv6Extension.is(next)) {
            if (!cursor.has(8)) {
                return Decoded.Truncated.IP_HEADER;
            }
            int type = next;
            next = cursor.unsignedByte(0);
            if (type == IPV6_FRAGMENT) {
                int offsetAndMore = cursor.unsignedShort(2);
                int identification = cursor.signedInt(4);
                cursor.skip(8);
                if (offsetAndMore >> 3 != 0 || (offsetAndMore & 1) != 0) {
                    return fragment(next, identification, offsetAndMore & ~7, (offsetAndMore & 1) != 0);
                }
            } else {
                int header = Ipv6Extension.length(type, cursor.unsignedByte(1));
                if (!cursor.has(header)) {
                    return Decoded.Truncated.IP_HEADER;
                }
                if (type == IPV6_ROUTING && !Ipv6Routing.follow(cursor, header, datagram)) {
                    return Decoded.Other.MALFORMED;
                } else if (type == IPV6_HOP_BY_HOP || type == IPV6_DESTINATION) {
                    Ipv6Options.source(cursor, header, datagram);
                }
                cursor.skip(header);
            }
        }
        return payload(next);
    }

    private void limitJumbogram() {
        int header = cursor.has(8) ? Ipv6Extension.length(IPV6_HOP_BY_HOP, cursor.unsignedByte(1)) : 8;
        long length = cursor.has(header) ? Ipv6Options.jumbogram(cursor, header) : 0;
        if (length != 0) {
            cursor.limit(length);
        }
    }

    private void addresses(boolean ipv6, long fromHigh, long fromLow, long toHigh, long toLow) {
        datagram.ipv6 = ipv6;
        datagram.sourceHigh = fromHigh;
        datagram.sourceLow = fromLow;
        datagram.destinationHigh = toHigh;
        datagram.destinationLow = toLow;
    }

    /// A fragment that completes a datagram stands for the whole of it.
    private Decoded fragment(int protocol, int identification, int offset, boolean more) {
        if (cursor.isCut()) {
            // The datagram can never be put together, but its first piece holds the header. Wireshark reads that of
            // IPv4 alone.
            datagram.fragment = true;
            return offset == 0 && !datagram.ipv6 ? payload(protocol) : Decoded.Other.FRAGMENT;
        }
        int whole = fragments.add(datagram, protocol, identification, offset, more, cursor);
        if (whole < 0) {
            return Decoded.Other.FRAGMENT;
        }
        inFrame = false;
        return datagram.ipv6 ? afterExtensions(whole) : payload(whole);
    }

    private Decoded payload(int protocol) {
        if (protocol == Ipv6Extension.AUTHENTICATION) {
            return afterExtensions(protocol);
        }
        int inner = Tunnels.enter(protocol, cursor, datagram);
        if (inner != Tunnels.NONE) {
            return network(Tags.skip(inner, cursor));
        }
        datagram.protocol = protocol;
        datagram.bytes = cursor.bytes();
        datagram.start = cursor.at();
        datagram.capturedLength = cursor.captured();
        datagram.length = (int) Math.min(cursor.onTheWire(), Integer.MAX_VALUE);
        datagram.frameOffset = inFrame ? cursor.at() - frameStart : -1;
        return datagram;
    }
}
