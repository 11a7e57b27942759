package eavesdrop.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes of a capture that somebody needs longer than until the next packet.
class HeldBytesTest {
    private static final int PACKETS = 20_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path capture = Path.of("");

    /// A packet whose bytes are held, and what it showed.
    private record Seen(Held held, int start, ByteBuffer copy) {
        static Seen of(CaptureReader reader) {
            Packet packet = reader.packet();
            byte[] copy = Arrays.copyOfRange(packet.bytes(), packet.start(), packet.start() + packet.capturedLength());
            return new Seen(reader.hold(), packet.start(), ByteBuffer.wrap(copy));
        }

        boolean isStillThere() {
            return held.part(start, start + copy.remaining()).equals(copy);
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

    /// A file is read again, of what comes only once the bytes are kept.
    private CaptureReader open(boolean again) throws IOException {
        return again ? CaptureReader.open(capture) : CaptureReader.read(FileChannel.open(capture), "once");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void heldBytesStayAsTheyAre(boolean again) throws IOException {
        List<Seen> all = new ArrayList<>();
        Set<Held> held = Collections.newSetFromMap(new IdentityHashMap<>());
        try (CaptureReader reader = open(again)) {
            while (reader.next()) {
                held.add(reader.hold());
                all.add(Seen.of(reader));
            }
            assertThat(all).hasSize(PACKETS).allMatch(Seen::isStillThere);
        }
        assertThat(held).hasSizeBetween(10, PACKETS / 10);
    }

    @Test
    void theArraysOfAFileAreNotKept() throws IOException {
        assertThat(arrays(true, _ -> {})).hasSize(1);
    }

    @Test
    void whatIsGivenBackIsUsedAgain() throws IOException {
        assertThat(arrays(false, _ -> {})).hasSizeGreaterThan(10);
        assertThat(arrays(false, Held::giveBack)).hasSizeLessThan(4);
    }

    /// The arrays in which packets stood.
    ///
    /// @param done is told of all that was held, but for what the present packet stands in
    private Set<byte[]> arrays(boolean again, Consumer<Held> done) throws IOException {
        Set<byte[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        try (CaptureReader reader = open(again)) {
            Held last = null;
            while (reader.next()) {
                Held now = reader.hold();
                arrays.add(reader.packet().bytes());
                if (last != null && !last.equals(now)) {
                    done.accept(last);
                }
                last = now;
            }
        }
        return arrays;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // It lets nobody shorten a file that is read.
    void whatCannotBeReadAgainIsTold() throws IOException {
        try (CaptureReader reader = CaptureReader.open(capture)) {
            assertThat(reader.next()).isTrue();
            Seen first = Seen.of(reader);
            try (FileChannel channel = FileChannel.open(capture, StandardOpenOption.WRITE)) {
                channel.truncate(100);
            }
            assertThatThrownBy(first::isStillThere)
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("the file became shorter");
        }
    }
}
