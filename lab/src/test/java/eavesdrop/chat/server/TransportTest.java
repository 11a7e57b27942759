package eavesdrop.chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import eavesdrop.testing.RawClient;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A transport that does not succeed harms its own connection only, and the operator hears why.
@Timeout(60)
class TransportTest {
    private final BlockingQueue<String> trouble = new LinkedBlockingQueue<>();

    private interface Beginning {
        Channel of(Socket accepted) throws IOException;
    }

    /// The first connection begins like that, the later ones are plain.
    private static final class FirstOnly implements Transport {
        private final Beginning first;
        private boolean used;

        FirstOnly(Beginning first) {
            this.first = first;
        }

        @Override
        public Channel toServer(Socket connected, String host) {
            return Channel.of(connected);
        }

        @Override
        public Channel toClient(Socket accepted) throws IOException {
            Beginning begin = begins();
            return begin.of(accepted);
        }

        private synchronized Beginning begins() {
            Beginning next = used ? Channel::of : first;
            used = true;
            return next;
        }
    }

    private void harmsNobodyElse(Beginning first, String sentence) throws Exception {
        ServerConfig config = ServerConfig.onLoopback()
                .withLimits(ServerLimits.DEFAULT.withHello(Duration.ofSeconds(1)))
                .withTrouble(trouble::add)
                .withTransport(new FirstOnly(first));
        try (ChatServer server = ChatServer.start(config);
                RawClient unlucky = RawClient.connect(server.port())) {
            assertThat(trouble.poll(30, TimeUnit.SECONDS)).contains("the handshake failed: " + sentence);
            assertThat(unlucky.untilCutOff()).isEmpty();
            try (RawClient alice = RawClient.join(server.port(), "alice")) {
                alice.hasHeardAll("alice");
            }
        }
    }

    @Test
    void tellsWhyAHandshakeFailed() throws Exception {
        harmsNobodyElse(
                _ -> {
                    throw new IOException("no common cipher suite");
                },
                "no common cipher suite.");
    }

    @Test
    void outlivesATransportThatThrowsAnError() throws Exception {
        harmsNobodyElse(
                _ -> {
                    throw new StackOverflowError("endless");
                },
                "StackOverflowError endless at TransportTest.java");
    }

    @Test
    void endsAHandshakeThatReadsForEver() throws Exception {
        harmsNobodyElse(
                accepted -> {
                    int _ = accepted.getInputStream().read();
                    throw new IOException("heard something");
                },
                "it did not end in time");
    }

    @Test
    void endsAHandshakeThatWaitsForSomethingElse() throws Exception {
        harmsNobodyElse(
                accepted -> {
                    try {
                        Thread.sleep(Duration.ofHours(1));
                    } catch (InterruptedException stopped) {
                        throw new IOException(stopped);
                    }
                    return Channel.of(accepted);
                },
                "it did not end in time");
    }
}
