/// Who sits between the clients and the server, is taken for the server, and reads and changes what passes.
///
/// May use `chat.protocol`, `chat.seam` and `chat.log`.
@NullMarked
package eavesdrop.chat.mallory;

import org.jspecify.annotations.NullMarked;
