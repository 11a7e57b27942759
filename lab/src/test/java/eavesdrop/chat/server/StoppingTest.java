package eavesdrop.chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.testing.FreePort;
import eavesdrop.testing.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a server in this process ends. The same with signals is in `ServerMainTest`.
class StoppingTest {
    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }

    private static void endsSoon(ChatServer server) throws Exception {
        CompletableFuture.runAsync(server::close).get(20, TimeUnit.SECONDS);
    }

    @Test
    void sendsWhatWaitsAndEndsEveryConnection() throws Exception {
        ChatServer server = ChatServer.start(ServerConfig.onLoopback());
        clients.add(RawClient.join(server.port(), "alice"));
        clients.add(RawClient.join(server.port(), "bob"));
        clients.getFirst().say("SAY one\nSAY two");
        clients.getLast().hears("SAID alice one");
        endsSoon(server);
        clients.getFirst().hears("JOINED bob");
        clients.getFirst().isLetGo();
        List<String> rest = new ArrayList<>();
        for (var line = clients.getLast().next();
                line.isPresent();
                line = clients.getLast().next()) {
            rest.add(line.get());
        }
        assertThat(rest).isSubsetOf("SAID alice two");
    }

    @Test
    void doesNotWaitForClientsThatNeverEnd() throws Exception {
        ServerLimits patient = ServerLimits.DEFAULT.withClients(1).withFarewell(Duration.ofMinutes(5));
        ChatServer server = ChatServer.start(ServerConfig.onLoopback().withLimits(patient));
        clients.add(RawClient.join(server.port(), "alice"));
        // These take every permit there is, because none of them ends its side; one more waits for one.
        for (int i = 0; i < 16; i++) {
            clients.add(RawClient.connect(server.port()));
            clients.getLast().hearsError("server-full");
        }
        clients.add(RawClient.connect(server.port()));
        endsSoon(server);
    }

    @Test
    void leavesThePortFreeWhenItCannotStart(@TempDir Path folder) throws Exception {
        int port = FreePort.find();
        ServerConfig config = ServerConfig.onLoopback().withPort(port).withLog(folder.resolve("no/such/folder"));

        assertThatThrownBy(() -> ChatServer.start(config)).isInstanceOf(LabException.class);

        endsSoon(ChatServer.start(ServerConfig.onLoopback().withPort(port)));
    }

    @Test
    void leavesThePortFreeWhenTheOperatorsViewBreaks() throws Exception {
        ServerConfig config = ServerConfig.onLoopback().withPort(FreePort.find());

        assertThatThrownBy(() -> ChatServer.start(config.withView(StoppingTest::isBroken)))
                .isInstanceOf(IllegalStateException.class);

        endsSoon(ChatServer.start(config));
    }

    private static void isBroken(OperatorEntry entry) {
        throw new IllegalStateException("cannot show " + entry);
    }

    @Test
    void mayBeToldTwice() throws Exception {
        ChatServer server = ChatServer.start(ServerConfig.onLoopback());
        endsSoon(server);
        endsSoon(server);
        server.awaitClose();
    }
}
