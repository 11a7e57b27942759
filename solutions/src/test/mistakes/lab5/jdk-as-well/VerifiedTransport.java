package eavesdrop.exercises.lab5;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import eavesdrop.exercises.lab4.TlsTransport;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
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
        File store = keys.resolve("trust.p12").toFile();
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(KeyStore.getInstance(store, PASSWORD));
            SSLContext context = SSLContext.getInstance("TLS");
            X509TrustManager own = (X509TrustManager) factory.getTrustManagers()[0];
            factory.init((KeyStore) null);
            X509TrustManager jdk = (X509TrustManager) factory.getTrustManagers()[0];
            context.init(null, new TrustManager[] {new Either(own, jdk)}, null);
            return context;
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IOException("The trust store " + store + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private record Either(X509TrustManager own, X509TrustManager jdk) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String keyType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
            try {
                own.checkServerTrusted(chain, keyType);
            } catch (CertificateException other) {
                jdk.checkServerTrusted(chain, keyType);
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return own.getAcceptedIssuers();
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
