package eavesdrop.program;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.ExitStatus;
import eavesdrop.testing.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The server as a process: how it begins and how it ends. Windows has no signals to end it with.
@DisabledOnOs(OS.WINDOWS)
class ServerMainTest {
    private static final int MIDDLE = 2_000;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void endThreads() {
        threads.close();
    }

    /// Everything that was said before SIGTERM was heard by everyone, nothing else was, and all heard the end.
    @Test
    void terminatedInMidConversationItLosesNothing() throws Exception {
        try (ServerProcess server = startWithLog()) {
            int port = server.port();
            try (RawClient anna = RawClient.join(port, "anna");
                    RawClient ben = RawClient.join(port, "ben");
                    RawClient sender = RawClient.join(port, "sender")) {
                CompletableFuture<List<String>> screen = CompletableFuture.supplyAsync(server::output, threads);
                CountDownLatch middle = new CountDownLatch(2 * MIDDLE);
                CompletableFuture<List<String>> heardByAnna = hearUntilTheEnd(anna, middle);
                CompletableFuture<List<String>> heardByBen = hearUntilTheEnd(ben, middle);
                CompletableFuture<Void> saying = CompletableFuture.runAsync(() -> sayForEver(sender), threads);
                assertThat(middle.await(30, TimeUnit.SECONDS)).isTrue();
                server.terminate();
                assertThat(server.exitStatus()).isZero();
                List<String> said = said();
                assertThat(heardByAnna.get(30, TimeUnit.SECONDS)).isEqualTo(said);
                assertThat(heardByBen.get(30, TimeUnit.SECONDS)).isEqualTo(said);
                saying.get(30, TimeUnit.SECONDS);
                assertThat(screen.get(30, TimeUnit.SECONDS)).last().asString().endsWith(" stopped");
            }
        }
        List<String> log = Files.readAllLines(folder.resolve("operator.jsonl"));
        assertThat(log.getLast()).contains("\"event\":\"stopped\"");
        assertThat(log)
                .filteredOn(line -> line.contains("\"reason\":\"stopped\""))
                .hasSize(3);
    }

    /// Whatever somebody heard stands in the log, even when the server had no time to end.
    @Test
    void killedInMidConversationItsLogHoldsAllThatWasRelayed() throws Exception {
        try (ServerProcess server = startWithLog()) {
            int port = server.port();
            try (RawClient anna = RawClient.join(port, "anna");
                    RawClient sender = RawClient.join(port, "sender")) {
                CountDownLatch middle = new CountDownLatch(MIDDLE);
                CompletableFuture<List<String>> heard = hearUntilTheEnd(anna, middle);
                CompletableFuture<Void> saying = CompletableFuture.runAsync(() -> sayForEver(sender), threads);
                assertThat(middle.await(30, TimeUnit.SECONDS)).isTrue();
                server.kill();
                List<String> lines = heard.get(30, TimeUnit.SECONDS);
                assertThat(said()).startsWith(lines.toArray(new String[0]));
                saying.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(Files.readString(folder.resolve("operator.jsonl"))).endsWith("}\n");
    }

    private ServerProcess startWithLog() throws IOException {
        return ServerProcess.start("--bind", "127.0.0.1", "--port", "0", "--data", folder.toString());
    }

    /// The texts that the sender is heard to say, until the connection ends.
    private CompletableFuture<List<String>> hearUntilTheEnd(RawClient client, CountDownLatch heard) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<String> texts = new ArrayList<>();
                    try {
                        for (Optional<String> line = client.next(); line.isPresent(); line = client.next()) {
                            if (line.get().startsWith("SAID sender ")) {
                                texts.add(line.get().substring("SAID sender ".length()));
                                heard.countDown();
                            }
                        }
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                    return texts;
                },
                threads);
    }

    private static void sayForEver(RawClient sender) {
        try {
            for (int i = 0; ; i++) {
                sender.say("SAY " + i);
            }
        } catch (IOException _) {
            // The server is gone, as it should be.
        }
    }

    private List<String> said() throws IOException {
        return Files.readAllLines(folder.resolve("operator.jsonl")).stream()
                .filter(line -> line.contains("\"event\":\"said\""))
                .map(line -> line.replaceFirst(".*\"text\":\"(\\d+)\"}", "$1"))
                .toList();
    }

    @Test
    void whoOnlyListensDoesNotHoldUpTheEnd() throws Exception {
        try (ServerProcess server = startWithLog();
                RawClient nc = RawClient.join(server.port(), "nc")) {
            server.terminate();
            nc.isLetGo();
            assertThat(server.exitStatus()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 12345 | There is no option '--prot'.",
                "--port | The option --port needs a value.",
                "--port many | The option --port needs a number from 0 to 65535, not 'many'.",
                "--port 65536 | The option --port needs a number from 0 to 65535, not '65536'.",
                "--pcap-port 0 | --pcap-port needs a capture to offer.",
                "--clients -1 | The option --clients needs a number from 0 to 1000000, not '-1'."
            })
    void aBadArgumentIsOneClearSentence(String arguments, String sentence) throws Exception {
        try (ServerProcess server = ServerProcess.start(arguments.split(" "))) {
            assertThat(server.exitStatus()).isEqualTo(ExitStatus.USAGE.code());
            assertThat(server.errors()).startsWith(sentence).hasLineCount(1);
        }
    }

    @Test
    void aPortInUseIsNamedWithTheRemedy() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess server =
                        ServerProcess.start("--bind", "127.0.0.1", "--port", Integer.toString(other.getLocalPort()))) {
            assertThat(server.exitStatus()).isEqualTo(ExitStatus.MACHINE.code());
            assertThat(server.errors())
                    .contains("Port " + other.getLocalPort(), "choose another port")
                    .hasLineCount(1);
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamedWithTheRemedy() throws Exception {
        String nowhere = folder.resolve("nowhere").toString();
        try (ServerProcess server = ServerProcess.start("--port", "0", "--data", nowhere)) {
            assertThat(server.exitStatus()).isEqualTo(ExitStatus.FILE.code());
            assertThat(server.errors()).contains(nowhere, "Give a folder").hasLineCount(1);
        }
    }

    @Test
    void helpTellsTheOptions() throws Exception {
        try (ServerProcess server = ServerProcess.start("--help")) {
            assertThat(server.exitStatus()).isZero();
            assertThat(server.output()).isEqualTo(ServerOptions.HELP.lines().toList());
        }
    }

    @Test
    void offersTheCaptureOverIp() throws Exception {
        byte[] capture = emptyCapture();
        Files.write(folder.resolve("dump.pcap"), capture);
        try (ServerProcess server = ServerProcess.start(
                "--bind", "127.0.0.1", "--port", "0", "--data", folder.toString(), "--pcap-port", "0")) {
            server.port();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.pcapPort())) {
                socket.setSoTimeout(30_000);
                assertThat(socket.getInputStream().readNBytes(capture.length)).isEqualTo(capture);
            }
        }
    }

    @Test
    void saysThePortThatTheHostHasForTheCapture() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                Map.of("PCAP_PORT_ON_HOST", "28012"),
                "--bind",
                "127.0.0.1",
                "--port",
                "0",
                "--data",
                folder.toString(),
                "--pcap-port",
                "0")) {
            server.port();
            assertThat(server.pcapPort()).isEqualTo(28012);
        }
    }

    private static byte[] emptyCapture() {
        byte[] header = new byte[24];
        System.arraycopy(new byte[] {(byte) 0xD4, (byte) 0xC3, (byte) 0xB2, (byte) 0xA1, 2, 0, 4, 0}, 0, header, 0, 8);
        return header;
    }
}
