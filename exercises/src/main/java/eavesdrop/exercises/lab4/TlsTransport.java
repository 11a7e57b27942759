package eavesdrop.exercises.lab4;

import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import eavesdrop.exercises.TodoException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/// Wraps both ends of the chat's connections in TLS 1.3 (RFC 8446).
public final class TlsTransport implements Transport {
    /// What the key stores of the lab are locked with. Real ones have a better password, which stands in no program.
    private static final char[] PASSWORD = "eavesdrop".toCharArray();

    /// Older versions are left out on purpose, so that nobody can talk the two into one (a downgrade).
    private static final String[] VERSIONS = {"TLSv1.3"};

    private final Path keys;

    /// @param keys the folder with the keys of this side; the server's holds `server.p12`
    public TlsTransport(Path keys) {
        this.keys = keys;
    }

    /// TLS for a server that has its private key and its certificate in `server.p12`.
    ///
    /// @throws IOException when the key store is missing, or cannot be opened
    SSLContext serverContext() throws IOException {
        // TODO(4.1): key store → key manager → SSLContext. It needs no trust manager: clients show no certificate.
        // Source: javax.net.ssl.KeyManagerFactory, java.security.KeyStore.getInstance(File, char[])
        throw new TodoException("4.1", "make an SSLContext from the server's key store");
    }

    /// The server's end: TLS over the TCP connection that a client has opened.
    ///
    /// @throws IOException when the client does not speak TLS 1.3. Then nothing of the chat has crossed.
    @Override
    public Channel toClient(Socket accepted) throws IOException {
        // TODO(4.2): an SSLSocket over this socket, in the role of the server, VERSIONS only, its handshake done
        // here and now. Source: SSLSocketFactory.createSocket(Socket, InputStream, boolean), SSLSocket.startHandshake
        throw new TodoException("4.2", "speak TLS 1.3 to a client");
    }

    /// The client's end. Which certificate the server shows does not matter yet: `AcceptAnything` takes it.
    ///
    /// @throws IOException when the server does not speak TLS 1.3. There is no way back to plain text.
    @Override
    public Channel toServer(Socket connected, String host) throws IOException {
        // TODO(4.3): the same in the role of the client, with AcceptAnything.context().
        // Source: SSLSocketFactory.createSocket(Socket, String, int, boolean)
        throw new TodoException("4.3", "speak TLS 1.3 to the server");
    }
}
