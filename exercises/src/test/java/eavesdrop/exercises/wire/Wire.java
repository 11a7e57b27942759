package eavesdrop.exercises.wire;

import eavesdrop.evidence.TlsRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/// One TCP connection on loopback, with Eve in the middle of the wire, who records every byte and changes none.
///
///     client() ═══ Eve ═══ server()
public final class Wire implements AutoCloseable {
    /// How long an end waits for the other one before the test fails.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Socket client;
    private final Socket eveToClient;
    private final Socket eveToServer;
    private final Socket server;
    private final ByteArrayOutputStream sentByClient = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sentByServer = new ByteArrayOutputStream();
    private boolean holdingAnswers;

    private Wire() throws IOException {
        try (ServerSocket one = listener();
                ServerSocket two = listener()) {
            client = new Socket(one.getInetAddress(), one.getLocalPort());
            eveToClient = one.accept();
            eveToServer = new Socket(two.getInetAddress(), two.getLocalPort());
            server = two.accept();
        }
        client.setSoTimeout((int) PATIENCE.toMillis());
        server.setSoTimeout((int) PATIENCE.toMillis());
        Thread.ofVirtual().start(() -> pass(eveToClient, sentByClient, eveToServer));
        Thread.ofVirtual().start(() -> pass(eveToServer, sentByServer, eveToClient));
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    public static Wire open() throws IOException {
        return new Wire();
    }

    /// The client's end of the TCP connection.
    public Socket client() {
        return client;
    }

    /// The server's end.
    public Socket server() {
        return server;
    }

    private void pass(Socket from, ByteArrayOutputStream record, Socket to) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                record(buffer, read, record, to == eveToClient);
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException | InterruptedException cut) {
            closeBoth(from, to); // as a real wire: when one end is gone, the other one notices
        }
    }

    private synchronized void record(byte[] buffer, int length, ByteArrayOutputStream record, boolean answer)
            throws InterruptedException {
        record.write(buffer, 0, length);
        notifyAll();
        while (answer && holdingAnswers) {
            wait();
        }
    }

    /// From now on Eve keeps what the server says, as a slow wire does.
    public synchronized void holdAnswers() {
        holdingAnswers = true;
    }

    /// What was kept goes on to the client.
    public synchronized void letAnswersThrough() {
        holdingAnswers = false;
        notifyAll();
    }

    private static void closeBoth(Socket one, Socket other) {
        try (one;
                other) {
            // only to close them
        } catch (IOException gone) {
            // closed is closed
        }
    }

    public synchronized byte[] sentByClient() {
        return sentByClient.toByteArray();
    }

    public synchronized byte[] sentByServer() {
        return sentByServer.toByteArray();
    }

    public TlsRecords clientRecords() {
        return TlsRecords.in(sentByClient());
    }

    public TlsRecords serverRecords() {
        return TlsRecords.in(sentByServer());
    }

    /// How often a text stands on the wire, both ways together, as it is.
    public boolean shows(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return holds(sentByClient(), wanted) || holds(sentByServer(), wanted);
    }

    private static boolean holds(byte[] all, byte[] wanted) {
        // In ISO 8859-1 each byte is one character, so no byte is lost.
        return new String(all, StandardCharsets.ISO_8859_1).contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    public synchronized int bytes() {
        return sentByClient.size() + sentByServer.size();
    }

    /// Waits until what has crossed is as wished.
    ///
    /// @return false when it is not, after [#PATIENCE]
    public synchronized boolean await(Predicate<Wire> wished) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wished.test(this)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /// Lets those who wait look again whether all is as they wished.
    public synchronized void lookAgain() {
        notifyAll();
    }

    @Override
    public void close() {
        letAnswersThrough();
        closeBoth(client, server);
        closeBoth(eveToClient, eveToServer);
    }
}
