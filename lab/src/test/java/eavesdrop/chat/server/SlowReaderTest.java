package eavesdrop.chat.server;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clients that read more slowly than others send.
class SlowReaderTest {
    private static final int LINES = 100_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws Exception {
        for (AutoCloseable thing : open) {
            thing.close();
        }
        threads.close();
    }

    private ChatServer start(Duration patience) {
        ChatServer server =
                ChatServer.start(ServerConfig.onLoopback().withLimits(ServerLimits.DEFAULT.withPatience(patience)));
        open.add(server);
        return server;
    }

    private RawClient join(ChatServer server, String name) throws IOException {
        RawClient client = RawClient.join(server.port(), name);
        open.addFirst(client);
        return client;
    }

    /// Reads until all lines of the sender came, in order; returns what else came.
    private CompletableFuture<List<String>> hearAll(RawClient client, Runnable perLine) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<String> others = new ArrayList<>();
                    try {
                        for (int next = 0; next < LINES; ) {
                            String line = client.line();
                            perLine.run();
                            if (line.equals("SAID sender " + next)) {
                                next++;
                            } else {
                                others.add(line);
                            }
                        }
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                    return others;
                },
                threads);
    }

    private static void sayAll(RawClient sender) throws IOException {
        for (int from = 0; from < LINES; from += 1000) {
            StringBuilder lines = new StringBuilder();
            for (int i = from; i < from + 1000; i++) {
                lines.append("SAY ").append(i).append('\n');
            }
            sender.send(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aReaderThatNeverReadsIsLetGoAndTheOthersHearEverything() throws Exception {
        ChatServer server = start(ServerLimits.DEFAULT.patience());
        RawClient stuck = join(server, "stuck");
        List<RawClient> readers = new ArrayList<>();
        for (String name : List.of("anna", "ben", "cleo")) {
            readers.add(join(server, name));
        }
        RawClient sender = join(server, "sender");
        List<CompletableFuture<List<String>>> heard =
                readers.stream().map(reader -> hearAll(reader, () -> {})).toList();
        sayAll(sender);
        for (CompletableFuture<List<String>> one : heard) {
            assertThat(one.get(60, TimeUnit.SECONDS)).contains("LEFT stuck");
        }
        // The name is free again.
        assertThat(join(server, "stuck").localPort()).isNotEqualTo(stuck.localPort());
    }

    /// Busy with each line, so it reads more slowly than the sender could send; but it does read.
    @Test
    void aReaderThatIsSlowButReadsSlowsTheSenderDownAndLosesNothing() throws Exception {
        ChatServer server = start(Duration.ofSeconds(20));
        RawClient slow = join(server, "slow");
        RawClient fast = join(server, "fast");
        RawClient sender = join(server, "sender");
        CompletableFuture<List<String>> heardBySlow = hearAll(slow, SlowReaderTest::work);
        CompletableFuture<List<String>> heardByFast = hearAll(fast, () -> {});
        sayAll(sender);
        assertThat(heardBySlow.get(60, TimeUnit.SECONDS)).containsExactly("JOINED fast", "JOINED sender");
        assertThat(heardByFast.get(60, TimeUnit.SECONDS)).containsExactly("JOINED sender");
    }

    private static void work() {
        try {
            MessageDigest.getInstance("SHA-256").digest(new byte[4096]);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Asks and asks and does not listen to the answers: the queue that fills is its own.
    @Test
    void whoDoesNotReadTheAnswersIsLetGo() throws Exception {
        ChatServer server = start(Duration.ofSeconds(1));
        RawClient witness = join(server, "witness");
        RawClient eve = join(server, "eve");
        CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> askForEver(eve), threads);
        witness.hears("JOINED eve", "LEFT eve");
        asking.get(30, TimeUnit.SECONDS);
        witness.hasHeardAll("witness");
    }

    private static void askForEver(RawClient client) {
        try {
            byte[] questions = "WHO\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                client.send(questions);
            }
        } catch (IOException _) {
            // Let go, as it should be.
        }
    }
}
