/// Who sits between the clients and the server, is taken for the server, and reads and changes what passes.
@NullMarked
package eavesdrop.chat.mallory;

import org.jspecify.annotations.NullMarked;
