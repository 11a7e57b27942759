package eavesdrop.chat.seam;

import java.io.IOException;
import java.net.Socket;

/// How bytes get between a client and the server, once TCP has connected the two: as they are, or through TLS.
///
/// The chat calls each method once for a connection, on the thread that reads it, so a slow handshake keeps
/// nobody else waiting. A handshake is done when the method returns; one that takes longer than a HELLO may is
/// ended, and the thread interrupted. The chat owns the socket and closes it in the end, whatever happens here.
///
/// A class named to the server or the client (`--transport CLASS`) has a public constructor that takes the folder of
/// its keys (`java.nio.file.Path`), or one that takes nothing.
public interface Transport {
    /// Bytes as they are: whoever is on the wire reads them.
    Transport PLAIN = new PlainTransport();

    /// The client's end of a connection to the server.
    ///
    /// @param connected a TCP connection to the server
    /// @param host the name of the server as the person gave it: the one that a certificate must be for
    /// @throws IOException when the two do not agree, or the server is not the one it should be. The text of the
    ///     exception is shown to the person.
    Channel toServer(Socket connected, String host) throws IOException;

    /// The server's end of a connection that a client has opened.
    Channel toClient(Socket accepted) throws IOException;
}
