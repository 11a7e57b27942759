package eavesdrop.exercises.lab4;

import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

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
        File store = keys.resolve("server.p12").toFile();
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(KeyStore.getInstance(store, PASSWORD), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IOException("The key store " + store + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /// The server's end: TLS over the TCP connection that a client has opened.
    ///
    /// @throws IOException when the client does not speak TLS 1.3. Then nothing of the chat has crossed.
    @Override
    public Channel toClient(Socket accepted) throws IOException {
        // Nothing was read from the socket before, so there is nothing to hand over in an InputStream.
        SSLSocket socket = (SSLSocket)
                serverContext().getSocketFactory().createSocket(accepted, InputStream.nullInputStream(), true);
        return agreed(socket);
    }

    /// The client's end. Which certificate the server shows does not matter yet: `AcceptAnything` takes it.
    ///
    /// @throws IOException when the server does not speak TLS 1.3. There is no way back to plain text.
    @Override
    public Channel toServer(Socket connected, String host) throws IOException {
        SSLSocket socket = (SSLSocket)
                AcceptAnything.context().getSocketFactory().createSocket(host, connected.getPort());
        return agreed(socket);
    }

    /// Now, and not with the first line: whoever does not agree is found out before the chat begins.
    private static Channel agreed(SSLSocket socket) throws IOException {
        socket.setEnabledProtocols(VERSIONS);
        socket.startHandshake();
        return Channel.of(socket);
    }
}
