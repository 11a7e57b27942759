package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.Packet;
import eavesdrop.search.How;
import eavesdrop.tcp.Stream;
import java.util.Comparator;

/// What a search has found, before it is written out as a `Sighting`.
///
/// @param again whether it was in bytes that have no place in the stream: sent again, or from before its beginning
record Found(Stream stream, boolean fromClient, boolean again, Place place, How how) {
    /// By frame, then by stream and place in it.
    static final Comparator<Found> ORDER = Comparator.<Found>comparingInt(
                    finding -> finding.place().frames().getFirst())
            .thenComparingInt(finding -> finding.stream().index())
            .thenComparingLong(finding -> finding.place().streamOffset());

    WireSighting sighting() {
        Endpoint from = fromClient ? stream.client() : stream.server();
        Endpoint to = fromClient ? stream.server() : stream.client();
        return new WireSighting(
                stream.index(),
                fromClient,
                from,
                to,
                Packet.instant(place.nanos()),
                place.frames(),
                place.streamOffset(),
                place.frameOffset(),
                how,
                again);
    }
}
