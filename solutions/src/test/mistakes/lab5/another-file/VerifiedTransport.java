package eavesdrop.exercises.lab5;

import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import eavesdrop.exercises.lab4.TlsTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// TLS 1.3 for a client that wants to know whom it talks to: a certificate of an authority that it trusts, and for the
/// name that it wanted.
public final class VerifiedTransport implements Transport {
    private static final char[] PASSWORD = "eavesdrop".toCharArray();
    private static final String[] VERSIONS = {"TLSv1.3"};

    private final Path keys;

    /// @param keys the folder of this side; the client's holds `trust.p12`
    public VerifiedTransport(Path keys) {
        this.keys = keys;
    }

    /// TLS for a client that trusts the authorities in `trust.p12`, and nobody else: not those of the JDK either.
    ///
    /// @throws IOException when the trust store is missing, or cannot be opened
    SSLContext clientContext() throws IOException {
        Path store = keys.resolve("server.p12");
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(in, PASSWORD);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("The trust store " + store + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /// A TLS connection to a server that has proved its name. The handshake is done.
    ///
    /// @throws SSLException when the server cannot prove that it is `host`
    SSLSocket connect(Socket connected, String host) throws IOException {
        SSLSocket socket =
                (SSLSocket) clientContext().getSocketFactory().createSocket(connected, host, connected.getPort(), true);
        socket.setEnabledProtocols(VERSIONS);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    @Override
    public Channel toServer(Socket connected, String host) throws IOException {
        try {
            return Channel.of(connect(connected, host));
        } catch (SSLException refused) {
            throw Refusal.of(host, refused);
        }
    }

    /// The server's end is that of lab 4.
    @Override
    public Channel toClient(Socket accepted) throws IOException {
        return new TlsTransport(keys).toClient(accepted);
    }
}
