package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Digests that are made beside the reading, by a thread that is always as late as it may be.
class DigestLaneTest {
    private static final int CONNECTIONS = 5;
    private static final int SEGMENTS = 8_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path capture = Path.of("");

    @BeforeEach
    void write() throws IOException {
        capture = folder.resolve("many.pcapng");
        Random random = new Random(7);
        Endpoint server = new Endpoint(InetAddress.getLoopbackAddress(), 12_345);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(capture));
                CaptureWriter writer = CaptureWriter.open(out, LinkType.ETHERNET, "")) {
            List<ConnectionWriter> connections = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Endpoint client = new Endpoint(InetAddress.getLoopbackAddress(), 40_000 + i);
                connections.add(new ConnectionWriter(writer, client, server, 100 * i, 900 * i));
            }
            for (int i = 0; i < SEGMENTS; i++) {
                byte[] payload = new byte[random.nextInt(500)];
                random.nextBytes(payload);
                connections.get(random.nextInt(CONNECTIONS)).clientSent(Instant.EPOCH, payload);
            }
        }
    }

    /// @param file whether the bytes can be read again; else they must be kept
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theBytesStayUntilTheyWereDigested(boolean file) throws IOException {
        List<StreamSummary> alone = summaries(file, null);
        assertThat(alone).hasSize(CONNECTIONS);
        assertThat(summaries(file, Thread.currentThread())).isEqualTo(alone);
    }

    private List<StreamSummary> summaries(boolean file, @Nullable Thread reading) throws IOException {
        try (CaptureReader reader =
                        file ? CaptureReader.open(capture) : CaptureReader.read(FileChannel.open(capture), "once");
                ExecutorService digester = Executors.newSingleThreadExecutor()) {
            StreamSummaries summaries = reading == null
                    ? StreamSummaries.of(reader)
                    : StreamSummaries.of(
                            reader,
                            task -> digester.execute(() -> {
                                waitUntilItWaits(reading);
                                task.run();
                            }));
            return summaries.streams().toList();
        }
    }

    /// The reader waits when it may not bring more, or when it has read everything.
    private static void waitUntilItWaits(Thread reading) {
        while (reading.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
    }
}
