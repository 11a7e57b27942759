package eavesdrop.exercises.wire;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// The other end of a connection: an ordinary TLS program, which is not the student's.
public final class Peer {
    private static final char[] PASSWORD = "eavesdrop".toCharArray();

    /// A server that asks for no certificate needs no trust. With `null` it would read the JDK's trust store, at
    /// the same time as the student's client may: who comes second can be given what stood there before, as the
    /// cache of the JDK's `TrustStoreManager` changes its name before its content.
    private static final TrustManager[] TRUSTS_NOBODY = {};

    private Peer() {}

    /// A client that has agreed with the server. It takes any certificate.
    ///
    /// @param versions that it offers: `TLSv1.3`, `TLSv1.2`
    public static SSLSocket client(Socket connected, String... versions) throws IOException {
        SSLSocket socket = (SSLSocket) anything().getSocketFactory().createSocket(connected, "chat-server", 0, true);
        socket.setEnabledProtocols(versions);
        socket.startHandshake();
        return socket;
    }

    private static SSLContext anything() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anything()}, null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("TLS cannot be set up here: " + unusable.getMessage(), unusable);
        }
    }

    /// Asks nobody for papers: what is tested is the other side. Not that of lab 4, which lab 5's tests may not need.
    private static final class Anything extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String keyType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String keyType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /// A server that has agreed with the client.
    ///
    /// @param keys the folder of its `server.p12`
    public static SSLSocket server(Socket accepted, Path keys, String... versions)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(KeyStore.getInstance(keys.resolve("server.p12").toFile(), PASSWORD), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), TRUSTS_NOBODY, null);
        return server(accepted, context, versions);
    }

    public static SSLSocket server(Socket accepted, SSLContext context, String... versions) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(accepted, null, true);
        socket.setEnabledProtocols(versions);
        socket.startHandshake();
        return socket;
    }
}
