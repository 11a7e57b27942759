package eavesdrop.topology;

import eavesdrop.Acceptor;
import eavesdrop.Opened;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// How the commands of `labw` talk to the background process: one order per connection on loopback, one
/// line there (`TOKEN ORDER`), one line back (`OK …` or `NO …`).
final class LocalControl implements AutoCloseable {
    private static final int TIMEOUT_MS = 10_000;

    /// @param worked whether the order was carried out
    /// @param text why not, or what it gave
    record Answer(boolean worked, String text) {
        static Answer ok() {
            return new Answer(true, "");
        }

        static Answer no(String why) {
            return new Answer(false, why);
        }
    }

    private final String token;
    private final Function<String, Answer> orders;
    /// One order at a time is enough.
    private final Semaphore turn = new Semaphore(1);
    private final Acceptor acceptor;

    private LocalControl(String token, Function<String, Answer> orders, ServerSocket listener) {
        this.token = token;
        this.orders = orders;
        // A caller who is not answered says so to the person who called.
        this.acceptor = new Acceptor("orders", listener, turn, this::welcome, _ -> {});
    }

    /// Takes orders until it is closed.
    static LocalControl listen(String token, Function<String, Answer> orders) throws IOException {
        try (Opened opened = new Opened()) {
            ServerSocket listener = opened.add(new ServerSocket());
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            LocalControl control = new LocalControl(token, orders, listener);
            control.acceptor.start();
            return opened.keep(control);
        }
    }

    int port() {
        return acceptor.port();
    }

    private void welcome(Socket caller) {
        Thread.ofVirtual().name("order").start(() -> serve(caller));
    }

    private void serve(Socket caller) {
        try (caller) {
            caller.setSoTimeout(TIMEOUT_MS);
            String line = reader(caller).readLine();
            Answer answer = line != null && line.startsWith(token + " ")
                    ? orders.apply(line.substring(token.length() + 1))
                    : Answer.no("not allowed");
            writer(caller).println((answer.worked() ? "OK " : "NO ") + answer.text());
        } catch (IOException callerGone) {
            // The next caller may be better.
        } finally {
            turn.release();
        }
    }

    /// Gives one order to a running process.
    static Answer ask(LocalState state, String order) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), state.controlPort()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            writer(socket).println(state.token() + " " + order);
            String line = reader(socket).readLine();
            return line == null
                    ? Answer.no("the local lab does not answer")
                    : new Answer(line.startsWith("OK"), line.substring(3));
        } catch (IOException unreachable) {
            return Answer.no("the local lab does not answer");
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static PrintWriter writer(Socket socket) throws IOException {
        return new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        acceptor.close();
    }
}
