package eavesdrop.chat.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A server of the test: it says exactly what the test tells it to, on a loopback socket.
final class ScriptedServer implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 10_000;

    private final ServerSocket listening;
    private final List<Peer> peers = new CopyOnWriteArrayList<>();

    private ScriptedServer(int port) throws IOException {
        listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listening.setSoTimeout(DEADLINE_MILLIS);
    }

    static ScriptedServer start() throws IOException {
        return new ScriptedServer(0);
    }

    static ScriptedServer startAgain(ServerAddress address) throws IOException {
        return new ScriptedServer(address.port());
    }

    ServerAddress address() {
        return new ServerAddress("127.0.0.1", listening.getLocalPort());
    }

    /// Waits for the next client.
    Peer accept() throws IOException {
        Socket socket = listening.accept();
        socket.setSoTimeout(DEADLINE_MILLIS);
        Peer peer = new Peer(socket);
        peers.add(peer);
        return peer;
    }

    /// Accepts the next client, expects `HELLO name` and welcomes it.
    Peer welcome(String name) throws IOException {
        Peer peer = accept();
        String hello = peer.read();
        if (!("HELLO " + name).equals(hello)) {
            throw new AssertionError("expected HELLO " + name + ", but the client said " + hello);
        }
        peer.say("WELCOME " + name);
        return peer;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Peer peer : peers) {
            peer.close();
        }
    }

    /// The server's end of one connection.
    static final class Peer implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /// The client's next line, or null when it has closed.
        @Nullable
        String read() throws IOException {
            return lines.readLine();
        }

        void say(String line) throws IOException {
            sayBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }

        void sayBytes(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
