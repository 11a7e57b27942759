package eavesdrop.chat.mallory;

import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Failure;
import eavesdrop.chat.seam.TamperedTransport;
import eavesdrop.chat.seam.Transport;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/// One client who takes Mallory for the server, and the connection that she makes to the server for it. Two
/// connections, each with its own handshake: what she reads in clear between the two is the whole attack.
final class Relay implements Closeable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final int READ_BYTES = 4 * 1024;

    private final MalloryConfig config;
    private final MalloryLog log;
    private final Socket accepted;
    private final Socket onward = new Socket();
    private final String address;

    Relay(MalloryConfig config, MalloryLog log, Socket accepted) {
        this.config = config;
        this.log = log;
        this.accepted = accepted;
        this.address = accepted.getInetAddress().getHostAddress() + ":" + accepted.getPort();
    }

    /// Runs until both sides have ended, or one of them is gone.
    void run() {
        try (this) {
            Optional<Channel> client = asServer();
            if (client.isPresent()) {
                log.connected(address);
                relay(client.get(), asClient());
            }
        } catch (IOException | RuntimeException | Error broken) {
            log.trouble("The connection of " + address + " broke: " + Failure.inWords(broken));
        }
    }

    /// The handshake in the server's place; nothing where the client does not take her for it.
    private Optional<Channel> asServer() {
        Transport tampered = new TamperedTransport(
                config.transport(), () -> new Interception(log, config.replacements(), address), log::trouble);
        try {
            accepted.setTcpNoDelay(true);
            accepted.setSoTimeout(HANDSHAKE_MILLIS);
            Channel client = tampered.toClient(accepted);
            accepted.setSoTimeout(0);
            if (accepted instanceof PatientSocket patient) {
                patient.handshakeIsDone();
            }
            return Optional.of(client);
        } catch (IOException | RuntimeException | Error refused) {
            log.refused(address, Failure.inWords(refused));
            return Optional.empty();
        }
    }

    private Channel asClient() throws IOException {
        onward.connect(new InetSocketAddress(config.serverHost(), config.serverPort()), CONNECT_MILLIS);
        onward.setTcpNoDelay(true);
        onward.setSoTimeout(HANDSHAKE_MILLIS);
        Channel server = config.transport().toServer(onward, config.serverHost());
        onward.setSoTimeout(0);
        return server;
    }

    private void relay(Channel client, Channel server) {
        Thread answers = Thread.ofVirtual().name("mallory answers").start(() -> pass(server, client));
        pass(client, server);
        try {
            answers.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        log.ended(address);
    }

    /// Each piece goes on as it comes, to the end of one direction. A direction that breaks ends both.
    private void pass(Channel from, Channel to) {
        try {
            InputStream in = from.in();
            OutputStream out = to.out();
            byte[] piece = new byte[READ_BYTES];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                out.write(piece, 0, length);
                out.flush();
            }
            to.endOutput();
        } catch (IOException | RuntimeException gone) {
            close();
        }
    }

    @Override
    public void close() {
        for (Socket socket : new Socket[] {accepted, onward}) {
            try {
                socket.close();
            } catch (IOException _) {
                // It is gone either way.
            }
        }
    }
}
