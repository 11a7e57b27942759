package eavesdrop.exercises.lab2;

import eavesdrop.exercises.TodoException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.packet.Packet;

/// The sniffer's ear: from a capture file to the segments of the chat, with pcap4j.
///
/// `SnifferMain` runs it on the capture of your lab.
public final class Sniffer {
    private Sniffer() {}

    /// Goes through a capture file from its first packet to its last, and hands on each segment that has payload and
    /// travels to or from the port.
    ///
    /// @param capture a file as Wireshark or tcpdump write it
    /// @param port the server's, for example 12345
    /// @throws PcapNativeException when the file cannot be opened or is no capture
    public static void sniff(Path capture, int port, Consumer<Segment> each)
            throws PcapNativeException, NotOpenException {
        // TODO(2.2): open the file, set a capture filter, hand on what segment() finds in each packet; then close.
        // Source: the classes Pcaps and PcapHandle of pcap4j; man pcap-filter for the filter's language
        throw new TodoException("2.2", "read a capture file with pcap4j, packet by packet");
    }

    /// What one packet brought.
    ///
    /// @param packet as pcap4j gives it, with the packets of the inner layers inside
    /// @return nothing when it is no TCP over IPv4, or when its segment has no payload
    static Optional<Segment> segment(Packet packet) {
        // TODO(2.2): find the IPv4 and the TCP packet inside, and take from their headers who sent what to whom.
        // Source: Packet.get(…), IpV4Packet, TcpPacket of pcap4j
        throw new TodoException("2.2", "take sender, receiver and payload out of a packet");
    }
}
