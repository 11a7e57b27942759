package eavesdrop.evidence;

import eavesdrop.pcap.LinkType;
import eavesdrop.pcap.Packet;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The two hardware (MAC) addresses of a frame, as Wireshark writes them: `02:42:ac:12:00:03`.
///
/// @param source `eth.src`
/// @param destination `eth.dst`
public record Ethernet(String source, String destination) {
    private static final int ADDRESS = 6;
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    /// Nothing where the packet has no Ethernet header, or its end is missing.
    static Optional<Ethernet> of(Packet packet) {
        if (packet.linkType() != LinkType.ETHERNET || packet.capturedLength() < 2 * ADDRESS) {
            return Optional.empty();
        }
        byte[] both = Arrays.copyOfRange(packet.bytes(), packet.start(), packet.start() + 2 * ADDRESS);
        return Optional.of(
                new Ethernet(COLONS.formatHex(both, ADDRESS, 2 * ADDRESS), COLONS.formatHex(both, 0, ADDRESS)));
    }
}
