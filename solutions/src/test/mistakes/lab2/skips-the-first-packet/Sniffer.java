package eavesdrop.exercises.lab2;

import eavesdrop.pcap.Endpoint;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.TcpPacket.TcpHeader;

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
        try (PcapHandle handle = Pcaps.openOffline(capture.toString())) {
            handle.setFilter("tcp port " + port, BpfCompileMode.OPTIMIZE);
            Packet packet = handle.getNextPacket();
            while ((packet = handle.getNextPacket()) != null) {
                segment(packet).ifPresent(each);
            }
        }
    }

    /// What one packet brought.
    ///
    /// @param packet as pcap4j gives it, with the packets of the inner layers inside
    /// @return nothing when it is no TCP over IPv4, or when its segment has no payload
    static Optional<Segment> segment(Packet packet) {
        IpV4Packet ip = packet.get(IpV4Packet.class);
        TcpPacket tcp = packet.get(TcpPacket.class);
        if (ip == null || tcp == null || tcp.getPayload() == null) {
            return Optional.empty();
        }
        TcpHeader header = tcp.getHeader();
        Endpoint from =
                new Endpoint(ip.getHeader().getSrcAddr(), header.getSrcPort().valueAsInt());
        Endpoint to =
                new Endpoint(ip.getHeader().getDstAddr(), header.getDstPort().valueAsInt());
        return Optional.of(new Segment(
                from, to, header.getSequenceNumber(), tcp.getPayload().getRawData()));
    }
}
