/// The programs that the lab's containers run: the chat server, its client and Mallory. Each has a `main`, reads
/// its few arguments itself and knows nothing of picocli, so that it starts quickly and in little memory. Which
/// classes of a student they run with, and under which name somebody chats, is decided here, also for `./labw
/// chat`.
///
/// May use `console`, `capture`, `chat.protocol`, `chat.seam`, `chat.server`, `chat.client`, `chat.terminal` and
/// `chat.mallory`.
@NullMarked
package eavesdrop.program;

import org.jspecify.annotations.NullMarked;
