/// Capture files: pcap and pcapng, link layers and IP; reading, following a file that grows, writing.
///
/// Specifications: draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng, RFC 791 (IPv4), RFC 8200 (IPv6).
///
/// No length that a file states is believed before it is checked against what is there. A packet
/// that was cut is a value that says so, not an exception. Knows nothing of TCP but the header that `TcpFrame`
/// writes.
@NullMarked
package eavesdrop.pcap;

import org.jspecify.annotations.NullMarked;
