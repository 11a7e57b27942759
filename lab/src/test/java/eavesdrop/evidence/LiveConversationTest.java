package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who watches sees each line before the next packet is written: nothing is held back.
class LiveConversationTest {
    private static final List<String> LINES =
            List.of("HELLO bob", "SAY hi", "no line of the protocol", "TELL al secret");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void givesEachLineOfAGrowingFileAtOnce() throws IOException {
        Path file = folder.resolve("growing.pcapng");
        List<String> seen = new ArrayList<>();
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "");
                CaptureReader reader = CaptureReader.follow(file)) {
            LiveConversation live =
                    new LiveConversation(reader, line -> seen.add(line.wire().text()));
            ConnectionWriter connection = connection(capture);
            for (int i = 0; i < LINES.size(); i++) {
                say(connection, LINES.get(i));
                while (live.next()) {
                    // Each packet goes its way in next().
                }
                assertThat(seen).isEqualTo(LINES.subList(0, i + 1));
            }
        }
    }

    @Test
    void givesEachLineOfAPipeAtOnce() throws IOException, InterruptedException {
        Pipe pipe = Pipe.open();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Thread watcher = Thread.ofVirtual().start(() -> watch(pipe, seen));
        try (CaptureWriter capture = CaptureWriter.open(Channels.newOutputStream(pipe.sink()), LinkType.ETHERNET, "")) {
            ConnectionWriter connection = connection(capture);
            for (String line : LINES) {
                say(connection, line);
                assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(line);
            }
        }
        watcher.join();
        assertThat(seen).isEmpty();
    }

    private static void watch(Pipe pipe, BlockingQueue<String> seen) {
        try (CaptureReader reader = CaptureReader.read(pipe.source(), "pipe")) {
            LiveConversation live =
                    new LiveConversation(reader, line -> seen.add(line.wire().text()));
            while (live.next()) {
                // Each packet goes its way in next().
            }
            live.finish();
        }
    }

    /// Not on the chat's usual port: lines are known by what they say.
    private static ConnectionWriter connection(CaptureWriter capture) throws IOException {
        Endpoint client = new Endpoint(InetAddress.getByName("10.0.0.1"), 40_000);
        Endpoint server = new Endpoint(InetAddress.getByName("10.0.0.2"), 80);
        ConnectionWriter connection = new ConnectionWriter(capture, client, server, 1, 2);
        connection.open(Instant.EPOCH);
        return connection;
    }

    private static void say(ConnectionWriter connection, String line) throws IOException {
        connection.clientSent(Instant.EPOCH, (line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
