package eavesdrop.exercises.lab2;

import eavesdrop.pcap.Endpoint;

/// What one TCP segment brought. Given: nothing to write here.
///
/// @param from who sent it: address and port
/// @param to for whom it was
/// @param sequence the raw sequence number of its first byte; it counts modulo 2^32 (RFC 9293, section 3.4)
/// @param payload the bytes that follow the TCP header
public record Segment(Endpoint from, Endpoint to, int sequence, byte[] payload) {
    /// The same segment with other bytes.
    public Segment withPayload(byte[] other) {
        return new Segment(from, to, sequence, other);
    }
}
