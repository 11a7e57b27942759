package eavesdrop.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A file of which somebody takes the end away while it is read. Windows does not allow it.
@DisabledOnOs(OS.WINDOWS)
class ShrinkingFileTest {
    private static final int SEGMENTS = 20_000;
    private static final int KEPT = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void whatIsStillThereIsReadAndTheRestIsTold() throws Exception {
        Path file = capture();
        assertThat(Files.size(file)).isGreaterThan(2 * KEPT);
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertThat(reader.next()).isTrue();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(KEPT);
            }
            int packets = 1;
            while (reader.next()) {
                packets++;
            }
            assertThat(packets).isBetween(SEGMENTS / 8, SEGMENTS / 2);
            assertThat(reader.ending().problem().orElseThrow())
                    .startsWith("is damaged at byte ")
                    .endsWith("(it cannot be read further: the file became shorter)");
        }
    }

    private Path capture() throws IOException {
        Path file = folder.resolve("shrinking.pcapng");
        Endpoint from = new Endpoint(InetAddress.getLoopbackAddress(), 40_000);
        Endpoint to = new Endpoint(InetAddress.getLoopbackAddress(), 12_345);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                CaptureWriter capture = CaptureWriter.open(out, LinkType.ETHERNET, "")) {
            for (int i = 0; i < SEGMENTS; i++) {
                byte[] payload = new byte[50];
                byte[] frame = new TcpFrame(from, to, 50 * i, 0, TcpFrame.ACK, payload).ethernet();
                capture.write(Instant.EPOCH, frame);
            }
        }
        return file;
    }
}
