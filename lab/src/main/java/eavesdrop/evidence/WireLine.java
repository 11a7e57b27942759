package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import java.time.Instant;
import java.util.List;

/// One chat line as it crossed the wire, recovered from packets alone.
///
/// @param stream Wireshark's stream index (`tcp.stream`)
/// @param fromClient true when the client sent it, false when the server did
/// @param from who sent it on the wire
/// @param to who received it on the wire
/// @param time when the frame that carries its first byte was captured
/// @param frames Wireshark's number of every frame that first carried a byte of it, in the order of the
///     bytes; more than one when the line crosses segments
/// @param streamOffset bytes of this direction of the stream before it
/// @param frameOffset bytes of the first frame before it, as Wireshark's bytes pane counts (from 0)
/// @param text the line without its LF; bytes that are not UTF-8 are shown as the replacement character
/// @param whole false when bytes of it are missing from the capture, or its LF never came
public record WireLine(
        int stream,
        boolean fromClient,
        Endpoint from,
        Endpoint to,
        Instant time,
        List<Integer> frames,
        long streamOffset,
        int frameOffset,
        String text,
        boolean whole) {

    /// The frame that carries the first byte.
    public int frame() {
        return frames.getFirst();
    }
}
