/// What a person sees and types: the screen (the only user of Lanterna) and the plain line mode
/// for when there is no terminal.
///
/// May use `chat.client` and the lines of `chat.protocol`. No control character that somebody else
/// typed ever reaches the terminal from here.
@NullMarked
package eavesdrop.chat.terminal;

import org.jspecify.annotations.NullMarked;
