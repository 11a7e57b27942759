/// The lines that chat clients and the chat server exchange: parsing, printing and limits.
///
/// The protocol is text that a person can read in Wireshark and type into `nc`: UTF-8, one message
/// per line, ended by LF. `worksheets/protocol.md` is its specification.
///
/// Must not touch: sockets, files, threads, clocks. Everything here is a pure function of bytes or text.
@NullMarked
package eavesdrop.chat.protocol;

import org.jspecify.annotations.NullMarked;
