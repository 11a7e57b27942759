/// Sequence numbers, segments, streams and their reassembly into the bytes that were sent.
///
/// Specification: RFC 9293. Streams are numbered as Wireshark numbers them (`tcp.stream`).
///
/// May use `pcap`. Knows nothing of chat lines.
@NullMarked
package eavesdrop.tcp;

import org.jspecify.annotations.NullMarked;
