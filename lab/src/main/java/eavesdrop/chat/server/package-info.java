/// The reference chat server and the operator log that it writes.
///
/// The server is honest about what it is: a machine that somebody operates, and that sees every
/// line, whispers included. It writes each operator record before it relays the line.
///
/// May use `chat.protocol`, `chat.seam` and `chat.log`; knows nothing of captures or worksheets.
@NullMarked
package eavesdrop.chat.server;

import org.jspecify.annotations.NullMarked;
