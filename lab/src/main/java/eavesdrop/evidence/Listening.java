package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.Datagram;
import eavesdrop.pcap.Decoded;
import eavesdrop.pcap.Packet;
import eavesdrop.pcap.PacketDecoder;
import eavesdrop.tcp.Parsed;
import eavesdrop.tcp.Segment;
import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSinks;
import eavesdrop.tcp.Streams;
import java.util.List;

/// Takes a capture from its packets to its streams:
///
///     capture file → packets → IP datagrams → TCP segments → streams → sinks
///
/// One pass, front to back, with no object for each packet.
public final class Listening {
    private final CaptureReader reader;
    private final PacketDecoder decoder = new PacketDecoder();
    private final Segment.Parser parser = new Segment.Parser();
    private final Streams streams;
    private final FrameListener listener;
    private final Unread unread = new Unread();
    private int withoutTcp;

    /// Is told of each TCP frame, after its stream has taken it.
    @FunctionalInterface
    public interface FrameListener {
        /// @param segment a view that holds until the call returns
        void frame(Segment segment, Stream stream);
    }

    /// @param live whether somebody watches while the capture grows
    public Listening(CaptureReader reader, StreamSinks sinks, FrameListener listener, boolean live) {
        this.reader = reader;
        this.streams = new Streams(sinks, live);
        this.listener = listener;
    }

    /// Listens to a whole capture.
    public static Listening toAll(CaptureReader reader, StreamSinks sinks) {
        Listening listening = new Listening(reader, sinks, (_, _) -> {}, false);
        listening.untilEnd();
        return listening;
    }

    /// Takes every packet that is there; then the capture counts as ended.
    public void untilEnd() {
        while (next()) {
            // Each packet goes its way in next().
        }
        finish();
    }

    /// The capture counts as ended: what waited for missing bytes is given out, with gaps.
    public void finish() {
        streams.finish();
    }

    /// Takes the next packet; false when there is none (for now).
    public boolean next() {
        if (!reader.next()) {
            return false;
        }
        Packet packet = reader.packet();
        Decoded decoded = decoder.decode(packet);
        // No switch over these types here: to set one up takes as long as to read 100,000 packets.
        if (decoded instanceof Datagram datagram) {
            datagram(packet, datagram);
        } else if (decoded == Decoded.Other.NOT_IP) {
            withoutTcp++;
        } else if (decoded instanceof Decoded.Other why) {
            unread.other(why, packet);
        } else {
            unread.truncated(packet.number());
        }
        return true;
    }

    private void datagram(Packet packet, Datagram datagram) {
        Parsed parsed = parser.parse(packet, datagram);
        if (parsed instanceof Segment segment) {
            unread.snapped(segment);
            Stream stream = streams.add(segment);
            if (stream != null && segment.hasLength()) {
                listener.frame(segment, stream);
            }
        } else if (parsed == Parsed.NoSegment.TRUNCATED) {
            unread.truncated(packet.number());
        } else {
            withoutTcp++;
        }
    }

    /// The streams so far; the place in the list is Wireshark's index.
    public List<Stream> streams() {
        return streams.all();
    }

    /// Packets so far.
    public int packets() {
        return reader.packet().number();
    }

    /// Packets so far that carry something else than TCP: ARP, DNS, QUIC, tunnels that are not known here. Nobody looks
    /// into them.
    public int withoutTcp() {
        return withoutTcp;
    }

    /// What could not be read of the capture so far, in plain statements; empty when all could.
    public List<String> limits() {
        return unread.statements(reader.ending(), decoder.incompleteDatagrams(), streams.givenUp());
    }
}
