/// What a party of the chat writes down: JSON lines, and their words for a screen.
///
/// May use `chat.protocol`.
@NullMarked
package eavesdrop.chat.log;

import org.jspecify.annotations.NullMarked;
