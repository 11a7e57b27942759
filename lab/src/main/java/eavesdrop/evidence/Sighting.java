package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import java.time.Instant;
import java.util.List;

/// One place where a text crossed the wire.
///
/// @param stream Wireshark's `tcp.stream`
/// @param time when the frame that carries its first byte was captured
/// @param frames the frames that carry it, in the order of its bytes; more than one when it crosses segments
/// @param streamOffset bytes of this direction of the stream before it
/// @param frameOffset bytes of the first frame before it, from 0; -1 when it came in IP fragments
/// @param how in what form it was there
public record Sighting(
        int stream,
        boolean fromClient,
        Endpoint from,
        Endpoint to,
        Instant time,
        List<Integer> frames,
        long streamOffset,
        int frameOffset,
        How how) {
    public Sighting {
        frames = List.copyOf(frames);
    }

    public int frame() {
        return frames.getFirst();
    }

    /// In what form a text was seen.
    public sealed interface How {
        /// As it is, in UTF-8, in the bytes that the receiver got.
        record Plain() implements How {}

        /// As it is, in a segment that repeats (or contradicts) bytes that had already been captured, or that
        /// lies before the first captured byte of its stream.
        record Again() implements How {}
    }
}
