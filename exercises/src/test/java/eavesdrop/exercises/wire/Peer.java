package eavesdrop.exercises.wire;

import eavesdrop.exercises.lab4.AcceptAnything;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// The other end of a connection: an ordinary TLS program, which is not the student's.
public final class Peer {
    private static final char[] PASSWORD = "eavesdrop".toCharArray();

    private Peer() {}

    /// A client that has agreed with the server. It takes any certificate.
    ///
    /// @param versions that it offers: `TLSv1.3`, `TLSv1.2`
    public static SSLSocket client(Socket connected, String... versions) throws IOException {
        SSLSocket socket =
                (SSLSocket) AcceptAnything.context().getSocketFactory().createSocket(connected, "chat-server", 0, true);
        socket.setEnabledProtocols(versions);
        socket.startHandshake();
        return socket;
    }

    /// A server that has agreed with the client.
    ///
    /// @param keys the folder of its `server.p12`
    public static SSLSocket server(Socket accepted, Path keys, String... versions)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(KeyStore.getInstance(keys.resolve("server.p12").toFile(), PASSWORD), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return server(accepted, context, versions);
    }

    public static SSLSocket server(Socket accepted, SSLContext context, String... versions) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(accepted, null, true);
        socket.setEnabledProtocols(versions);
        socket.startHandshake();
        return socket;
    }
}
