/// The two places where a rung of the ladder goes into the chat, and no more: `Transport` (how bytes get between a
/// client and the server) and `Sealer` (how text is closed before it is sent, and opened by the one it is for).
/// The kit itself ships the plain ones; the exercises write the others.
///
/// May use `chat.protocol`. Must not touch: the server, the client, the screen. They use this package, not the other
/// way round.
@NullMarked
package eavesdrop.chat.seam;

import org.jspecify.annotations.NullMarked;
