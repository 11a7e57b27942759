package eavesdrop.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Many clients of one line server on one thread, cheap enough not to be what is measured. Counts lines by their LF.
final class Crowd implements AutoCloseable {
    private final List<SocketChannel> clients = new ArrayList<>();
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private long lines;

    Crowd() throws IOException {
        this.selector = Selector.open();
    }

    SocketChannel connect(int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        SocketChannel client = SocketChannel.open(address);
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ);
        clients.add(client);
        return client;
    }

    int size() {
        return clients.size();
    }

    /// Reads what comes until so many lines have come in all, to all clients together.
    void awaitLines(long total) throws IOException {
        while (lines < total) {
            selector.select(this::read);
        }
    }

    /// Reads what is there, without waiting.
    void readWhatIsThere() throws IOException {
        selector.selectNow(this::read);
    }

    /// Reads until nothing has come for so long.
    void readUntilQuietFor(long millis) throws IOException {
        while (selector.select(this::read, millis) > 0) {
            // There may be more.
        }
    }

    /// Each client says a line; then waits until everyone has heard all the others.
    void round(String line) throws IOException {
        long until = lines + (long) clients.size() * (clients.size() - 1);
        for (SocketChannel client : clients) {
            send(client, line);
        }
        awaitLines(until);
    }

    long lines() {
        return lines;
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IllegalStateException("the server ended a connection");
            }
        } catch (IOException failure) {
            throw new IllegalStateException("the server broke a connection", failure);
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            if (buffer.get() == '\n') {
                lines++;
            }
        }
    }

    /// Sends all of it, reading meanwhile, so that a server that holds the sender up goes on.
    void send(SocketChannel client, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            if (client.write(bytes) == 0) {
                readWhatIsThere();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel client : clients) {
            client.close();
        }
        selector.close();
    }
}
