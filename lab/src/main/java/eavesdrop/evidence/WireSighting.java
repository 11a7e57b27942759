package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import eavesdrop.search.How;
import java.time.Instant;
import java.util.List;

/// One place where a text crossed the wire.
///
/// @param stream Wireshark's `tcp.stream`
/// @param time when the frame that carries its first byte was captured
/// @param frames the frames that carry it, in the order of its bytes; more than one when it crosses segments.
///     Of a text in compressed data: the frame in which that data begins
/// @param streamOffset bytes of this direction of the stream before it, or before the compressed data
/// @param frameOffset bytes of the first frame before it, from 0; -1 when it came in IP fragments
/// @param how in what form it was there
/// @param again whether it stood in bytes that repeat (or contradict) bytes that had already been captured, or
///     that lie before the first captured byte of their stream
public record WireSighting(
        int stream,
        boolean fromClient,
        Endpoint from,
        Endpoint to,
        Instant time,
        List<Integer> frames,
        long streamOffset,
        int frameOffset,
        How how,
        boolean again)
        implements Sighting {
    public WireSighting {
        frames = List.copyOf(frames);
    }

    public int frame() {
        return frames.getFirst();
    }

    @Override
    public String where() {
        return "frame " + frame();
    }
}
