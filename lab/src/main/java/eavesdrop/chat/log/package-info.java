/// What a party of the chat writes down: JSON lines, and their words for a screen.
@NullMarked
package eavesdrop.chat.log;

import org.jspecify.annotations.NullMarked;
