package eavesdrop.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eavesdrop.LabException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Captures whose bytes come once: `labw streams <(zcat big.pcap.gz)`, or on standard input.
class PipedCaptureTest {
    private static final int PACKETS = 1_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsANamedPipe(boolean packed) throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(made(pipe), "this system has no named pipes");
        byte[] capture = capture(packed);
        Thread writer = Thread.startVirtualThread(() -> write(capture, pipe));

        try (CaptureReader reader = CaptureReader.open(pipe)) {
            assertThat(packets(reader)).isEqualTo(PACKETS);
        }
        writer.join();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAStream(boolean packed) throws Exception {
        InputStream in = new ByteArrayInputStream(capture(packed));

        try (CaptureReader reader = CaptureReader.read(in, "standard input")) {
            assertThat(packets(reader)).isEqualTo(PACKETS);
            assertThat(reader.ending().problem()).isEmpty();
        }
    }

    @Test
    void whatUnpacksToAThousandTimesItsSizeIsNotUnpackedForEver() throws Exception {
        int large = 60_000;
        byte[] bomb = packed(capture(5_000, large));

        try (CaptureReader reader = CaptureReader.read(new ByteArrayInputStream(bomb), "a bomb")) {
            assertThat(packets(reader)).isBetween((250 << 20) / large, (256 << 20) / large);
            assertThat(reader.ending().problem().orElseThrow()).contains("more than a hundred times its size");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void saysWhatIsTooShort(int bytes) {
        InputStream in = new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B}, 0, bytes);

        assertThatThrownBy(() -> CaptureReader.read(in, "standard input"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("standard input");
    }

    private static int packets(CaptureReader reader) {
        int packets = 0;
        while (reader.next()) {
            packets++;
        }
        return packets;
    }

    private static byte[] capture(boolean packed) throws IOException {
        byte[] plain = capture(PACKETS, 50);
        return packed ? packed(plain) : plain;
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] capture(int packets, int length) throws IOException {
        Endpoint from = new Endpoint(InetAddress.getLoopbackAddress(), 40_000);
        Endpoint to = new Endpoint(InetAddress.getLoopbackAddress(), 12_345);
        byte[] frame = new TcpFrame(from, to, 0, 0, TcpFrame.ACK, new byte[length]).ethernet();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CaptureWriter capture = CaptureWriter.open(bytes, LinkType.ETHERNET, "")) {
            for (int i = 0; i < packets; i++) {
                capture.write(Instant.EPOCH, frame);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(byte[] capture, Path pipe) {
        try (OutputStream out = Files.newOutputStream(pipe)) {
            out.write(capture);
        } catch (IOException nobodyReads) {
            // Then the reader has said why.
        }
    }

    private static boolean made(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
