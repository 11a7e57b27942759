/// What a party of the chat writes down: JSON lines.
@NullMarked
package eavesdrop.chat.log;

import org.jspecify.annotations.NullMarked;
