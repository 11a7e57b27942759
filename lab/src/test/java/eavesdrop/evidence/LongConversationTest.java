package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A conversation that is so long that it is given out in parts.
class LongConversationTest {
    private static final int LINES = 50_000;

    @TempDir
    private Path folder;

    private Path capture;

    @BeforeEach
    void talk() throws IOException {
        capture = folder.resolve("long.pcapng");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(capture));
                CaptureWriter writer = CaptureWriter.open(out, LinkType.ETHERNET, "")) {
            List<ConnectionWriter> people = List.of(join(writer, "alice", 40_000), join(writer, "bob", 40_001));
            for (int i = 0; i < LINES; i++) {
                people.get(i % 2).clientSent(Instant.EPOCH, bytes("SAY " + i + "\n"));
            }
        }
    }

    private static ConnectionWriter join(CaptureWriter writer, String name, int port) throws IOException {
        InetAddress host = InetAddress.getLoopbackAddress();
        ConnectionWriter person =
                new ConnectionWriter(writer, new Endpoint(host, port), new Endpoint(host, 12_345), port, 7);
        person.open(Instant.EPOCH);
        person.clientSent(Instant.EPOCH, bytes("HELLO " + name + "\n"));
        return person;
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyLineIsGivenOutOnceInItsOrderAndWithItsSpeaker() {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            List<List<ChatLine>> parts = parts(beside);
            assertThat(parts).hasSizeGreaterThan(1);
            List<String> said = parts.stream()
                    .flatMap(List::stream)
                    .filter(line -> line.meaning() instanceof Meaning.Speech)
                    .map(line -> line.client() + " " + line.wire().text())
                    .toList();
            assertThat(said).hasSize(LINES);
            for (int i = 0; i < LINES; i++) {
                assertThat(said.get(i)).isEqualTo((i % 2 == 0 ? "alice" : "bob") + " SAY " + i);
            }
            assertThat(parts(Runnable::run)).isEqualTo(parts);
        }
    }

    @Test
    void whatFailsBesideTheReadingFailsForTheReader() {
        try (ExecutorService beside = Executors.newSingleThreadExecutor();
                CaptureReader reader = CaptureReader.open(capture)) {
            assertThatThrownBy(() -> Conversation.inParts(reader, beside, _ -> {
                        throw new IllegalStateException("the screen is gone");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the screen is gone");
        }
    }

    private List<List<ChatLine>> parts(Executor executor) {
        List<List<ChatLine>> parts = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            Conversation.inParts(reader, executor, parts::add);
        }
        return parts;
    }
}
