package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import eavesdrop.tcp.ControlBits;
import java.time.Instant;

/// What the capture says about one TCP frame, in Wireshark's terms.
///
/// @param number `frame.number`, from 1
/// @param stream `tcp.stream`
/// @param flags `tcp.flags`
/// @param sequence raw sequence number (`tcp.seq_raw`), 0 to 2^32 - 1
/// @param relativeSequence `tcp.seq`, counted from the first sequence number seen in this direction
/// @param length bytes of payload (`tcp.len`)
/// @param payloadOffset where in the frame the payload begins
/// @param retransmission whether all its payload had been captured before
public record Frame(
        int number,
        int stream,
        Instant time,
        Endpoint from,
        Endpoint to,
        ControlBits flags,
        long sequence,
        long relativeSequence,
        int length,
        int payloadOffset,
        boolean retransmission) {}
