package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import eavesdrop.tcp.ControlBits;
import java.time.Instant;
import java.util.List;

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
        boolean retransmission) {

    /// The sender's IP address as text (`ip.src`): `172.18.0.3` or `fd00:0:0:0:0:0:0:3`.
    public String fromAddress() {
        return from.address().getHostAddress();
    }

    /// The sender's port (`tcp.srcport`).
    public int fromPort() {
        return from.port();
    }

    /// The receiver's IP address as text (`ip.dst`).
    public String toAddress() {
        return to.address().getHostAddress();
    }

    /// The receiver's port (`tcp.dstport`).
    public int toPort() {
        return to.port();
    }

    /// The names of the control bits that are set, in Wireshark's order: `PSH`, `ACK`.
    public List<String> flagNames() {
        return flags.names();
    }
}
