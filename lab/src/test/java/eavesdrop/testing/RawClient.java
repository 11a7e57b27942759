package eavesdrop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A client that knows no protocol: a person with `nc`. Waits at most `PATIENCE` for anything.
public final class RawClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;
    private final InputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawClient connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new RawClient(socket);
    }

    /// Connects and says HELLO, and has read the answer to it.
    public static RawClient join(int port, String name) throws IOException {
        RawClient client = connect(port);
        client.say("HELLO " + name);
        client.hears("WELCOME " + name);
        assertThat(client.line()).startsWith("HERE ");
        return client;
    }

    /// Sends a line; its LF is added.
    public void say(String line) throws IOException {
        send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /// The next line without its LF, or nothing at the end of the stream.
    public Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int value = in.read(); value != '\n'; value = in.read()) {
            if (value < 0) {
                assertThat(line.size()).as("bytes of an unfinished line").isZero();
                return Optional.empty();
            }
            line.write(value);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    /// All whole lines until the connection ends, however it ends.
    public List<String> untilCutOff() {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            in.transferTo(heard);
        } catch (IOException cutOff) {
            // what came before counts
        }
        String text = heard.toString(StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /// The next line without its LF. There must be one.
    public String line() throws IOException {
        return next().orElseThrow(() -> new AssertionError("the server ended the connection"));
    }

    /// The next lines are these.
    public void hears(String... lines) throws IOException {
        for (String line : lines) {
            assertThat(line()).isEqualTo(line);
        }
    }

    /// The next line starts like this; what comes after is for people.
    public void hearsError(String code) throws IOException {
        assertThat(line()).startsWith("ERROR " + code + " ");
    }

    /// Nothing else was sent to this client before now.
    ///
    /// @param names everybody who is in the chat
    public void hasHeardAll(String names) throws IOException {
        say("WHO");
        hears("HERE " + names);
    }

    /// The next thing is the end of the stream: a FIN, not a RST.
    public void isLetGo() throws IOException {
        assertThat(next()).as("a line instead of the end").isEmpty();
    }

    /// Ends this side only, as `nc -N` does.
    public void endMySide() throws IOException {
        socket.shutdownOutput();
    }

    /// Vanishes with a RST, like a program that crashed with bytes unread.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public int localPort() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
