package eavesdrop.chat.client;

import eavesdrop.chat.seam.Failure;
import java.io.IOException;

/// The transport and the server did not agree. The text says why, for the person.
final class HandshakeFailed extends IOException {
    HandshakeFailed(Throwable why) {
        super(Failure.inWords(why), why);
    }
}
