/// A chat client without a screen: connects, sends, receives, and connects again when the server is lost.
///
/// May use `chat.protocol` and `chat.seam`. The screen is in `chat.terminal`; scripts use this package directly.
@NullMarked
package eavesdrop.chat.client;

import org.jspecify.annotations.NullMarked;
