package eavesdrop.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bytes of a capture that somebody needs longer than until the next packet.
class HeldBytesTest {
    private static final int PACKETS = 20_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path capture = Path.of("");
    private final Set<byte[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());

    private static final class Seen {
        private final byte[] bytes;
        private final int start;
        private final byte[] copy;

        Seen(Packet packet) {
            bytes = packet.bytes();
            start = packet.start();
            copy = Arrays.copyOfRange(bytes, start, start + packet.capturedLength());
        }

        boolean isStillThere() {
            return Arrays.equals(bytes, start, start + copy.length, copy, 0, copy.length);
        }
    }

    @BeforeEach
    void write() throws IOException {
        capture = folder.resolve("many.pcapng");
        Endpoint from = new Endpoint(InetAddress.getLoopbackAddress(), 40_000);
        Endpoint to = new Endpoint(InetAddress.getLoopbackAddress(), 12_345);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(capture));
                CaptureWriter writer = CaptureWriter.open(out, LinkType.ETHERNET, "")) {
            for (int i = 0; i < PACKETS; i++) {
                writer.write(Instant.EPOCH, new TcpFrame(from, to, i, 0, TcpFrame.ACK, new byte[i % 90]).ethernet());
            }
        }
    }

    @Test
    void heldBytesStayAsTheyAre() {
        List<Seen> all = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            while (reader.next()) {
                reader.hold();
                arrays.add(reader.packet().bytes());
                all.add(new Seen(reader.packet()));
            }
        }
        assertThat(all).hasSize(PACKETS).allMatch(Seen::isStillThere);
        assertThat(arrays).hasSizeGreaterThan(10);
    }

    @Test
    void othersDoNot() {
        List<Seen> all = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            while (reader.next()) {
                all.add(new Seen(reader.packet()));
            }
        }
        assertThat(all).hasSize(PACKETS).anyMatch(seen -> !seen.isStillThere());
    }

    @Test
    void whatIsGivenBackIsUsedAgain() {
        byte[] last = {};
        try (CaptureReader reader = CaptureReader.open(capture)) {
            while (reader.next()) {
                reader.hold();
                byte[] now = reader.packet().bytes();
                arrays.add(now);
                if (!Arrays.equals(now, last)) {
                    reader.giveBack(last);
                }
                last = now;
            }
        }
        assertThat(arrays).hasSizeLessThan(4);
    }
}
