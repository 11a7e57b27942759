/// What a capture, an operator log and the clients' transcripts prove: who said what, in which frame,
/// and who could read it.
///
/// May use `search`, `tcp`, `pcap` and `chat.protocol`. Gives facts; `worksheet` turns facts into verdicts.
@NullMarked
package eavesdrop.evidence;

import org.jspecify.annotations.NullMarked;
