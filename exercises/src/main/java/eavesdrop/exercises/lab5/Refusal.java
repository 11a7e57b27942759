package eavesdrop.exercises.lab5;

import java.io.IOException;
import javax.net.ssl.SSLException;

/// Why a client does not talk to a server, in words for the person who waits. Given.
final class Refusal {
    private Refusal() {}

    /// @param host the server that the person wanted
    /// @param refused what the handshake ended with
    static IOException of(String host, SSLException refused) {
        Throwable cause = refused;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return new IOException(
                "This server cannot prove that it is " + host + ", so nothing was said to it: " + cause.getMessage(),
                refused);
    }
}
