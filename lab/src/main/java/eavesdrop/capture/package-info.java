/// Live capture: from a network interface (the only user of pcap4j), pcap over IP, and a tap on sockets for
/// where there is no right to capture.
///
/// Pcap over IP is a plain TCP connection that carries a pcap file from its start and goes on as it
/// grows. Wireshark reads it with `wireshark -k -i TCP@127.0.0.1:57012`.
///
/// May use `pcap`.
@NullMarked
package eavesdrop.capture;

import org.jspecify.annotations.NullMarked;
