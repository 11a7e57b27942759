package eavesdrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcceptorTest {
    private final BlockingQueue<Socket> guests = new LinkedBlockingQueue<>();
    private final List<String> trouble = new CopyOnWriteArrayList<>();

    /// The process has no more files to give, for the first times.
    private static final class Exhausted extends ServerSocket {
        private int failures;

        Exhausted(int failures) throws IOException {
            this.failures = failures;
            bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public Socket accept() throws IOException {
            if (failures-- > 0) {
                throw new IOException("Too many open files");
            }
            return super.accept();
        }
    }

    private Acceptor started(ServerSocket listener, Semaphore permits) {
        Acceptor acceptor = new Acceptor(
                "test", listener, permits, guests::add, failure -> trouble.add(String.valueOf(failure.getMessage())));
        acceptor.start();
        return acceptor;
    }

    private static Socket connect(Acceptor acceptor) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), acceptor.port());
    }

    private @Nullable Socket guest() throws InterruptedException {
        return guests.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void triesAgainAfterAConnectionCouldNotBeTaken() throws Exception {
        Semaphore permits = new Semaphore(1);
        try (Acceptor acceptor = started(new Exhausted(2), permits);
                Socket _ = connect(acceptor);
                Socket guest = guest()) {
            assertThat(guest).isNotNull();
            assertThat(trouble).containsExactly("Too many open files", "Too many open files");
            assertThat(permits.availablePermits()).isZero();
        }
    }

    @Test
    void leavesConnectionsWaitingWhileThereIsNoPermit() throws Exception {
        Semaphore permits = new Semaphore(1);
        try (Acceptor acceptor = started(new Exhausted(0), permits);
                Socket first = connect(acceptor);
                Socket second = connect(acceptor)) {
            try (Socket guest = guest()) {
                assertThat(guest).extracting(Socket::getPort).isEqualTo(first.getLocalPort());
                assertThat(guests).isEmpty();
            }
            permits.release();
            try (Socket guest = guest()) {
                assertThat(guest).extracting(Socket::getPort).isEqualTo(second.getLocalPort());
            }
        }
    }

    /// Also while it waits for a permit, or to try again, or has not begun.
    @Test
    void endsAtOnceAndLeavesThePortFree() throws Exception {
        ServerSocket listener = new Exhausted(0);
        endsSoon(started(listener, new Semaphore(0)));
        assertThat(listener.isClosed()).isTrue();
        endsSoon(started(new Exhausted(Integer.MAX_VALUE), new Semaphore(1)));
        endsSoon(new Acceptor("test", new Exhausted(0), guests::add, _ -> {}));
    }

    private static void endsSoon(Acceptor acceptor) throws Exception {
        CompletableFuture.runAsync(acceptor::close).get(20, TimeUnit.SECONDS);
    }
}
