/// Lab 2, the eavesdropper: from the bytes of a packet to the words that somebody said.
///
///     dump.pcap ─► Sniffer (2.2) ─► Streams (2.4) ─► OnlyNew (2.5) ─► HalfLines (2.3) ─► printed lines
///
/// You begin with `PayloadLines` (2.1), which reads one segment alone. `SnifferMain` joins the parts.
@NullMarked
package eavesdrop.exercises.lab2;

import org.jspecify.annotations.NullMarked;
