package eavesdrop.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.testing.OpenFiles;
import eavesdrop.testing.Tshark;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the kit writes, Wireshark reads without a complaint.
class CaptureWriterTest {
    private static final Instant START = Instant.parse("2026-11-22T16:03:50.123456789Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void wiresharkIsThere() {
        Tshark.required();
    }

    @ParameterizedTest
    @CsvSource({"172.18.0.3, 172.18.0.2", "fd00::3, fd00::2"})
    void writesConnectionsWithNothingThatWiresharkFindsWrong(String clientAddress, String serverAddress)
            throws Exception {
        Path file = writeOneConnection(clientAddress, serverAddress);

        assertThat(Tshark.lines(file, "-o", "tcp.check_checksum:TRUE", "-T", "fields", "-e", "tcp.checksum.status"))
                .hasSize(12)
                .containsOnly("1");
        assertThat(Tshark.lines(file, "-o", "ip.check_checksum:TRUE", "-Y", "ip.checksum.status != 1"))
                .isEmpty();
        assertThat(Tshark.lines(file, "-Y", "tcp.analysis.flags or _ws.malformed"))
                .isEmpty();
        assertThat(Tshark.fields(file, "tcp", "tcp.flags.str", "tcp.seq", "tcp.ack", "tcp.len"))
                .containsExactly(
                        "··········S·\t0\t0\t0",
                        "·······A··S·\t0\t1\t0",
                        "·······A····\t1\t1\t0",
                        "·······AP···\t1\t1\t12",
                        "·······A····\t1\t13\t0",
                        "·······A····\t1\t13\t1460",
                        "·······AP···\t1461\t13\t41",
                        "·······A····\t13\t1502\t0",
                        "·······A···F\t13\t1502\t0",
                        "·······A····\t1502\t14\t0",
                        "·······A···F\t1502\t14\t0",
                        "·······A····\t14\t1503\t0");
    }

    @Test
    void keepsTheNanosecondsAndTheComment() throws Exception {
        Path file = writeOneConnection("172.18.0.3", "172.18.0.2");

        assertThat(Tshark.fields(file, "frame.number == 1", "frame.time_epoch"))
                .containsExactly("1795363430.123456789");
        assertThat(Tshark.fields(file, "frame.number == 1", "frame.comment")).hasSize(1);
        assertThat(new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains("made by a test");
    }

    private Path writeOneConnection(String clientAddress, String serverAddress) throws Exception {
        Path file = folder.resolve("written.pcapng");
        Endpoint client = new Endpoint(InetAddress.getByName(clientAddress), 40112);
        Endpoint server = new Endpoint(InetAddress.getByName(serverAddress), 12345);
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            ConnectionWriter connection = new ConnectionWriter(capture, client, server, -5, 7_000_000);
            connection.open(START);
            connection.clientSent(START.plusMillis(1), "HELLO alice\n".getBytes(StandardCharsets.UTF_8));
            connection.serverSent(START.plusMillis(2), "x".repeat(1501).getBytes(StandardCharsets.UTF_8));
            connection.clientFinished(START.plusMillis(3));
            connection.serverFinished(START.plusMillis(4));
        }
        return file;
    }

    /// The disk is full before the first byte is written.
    @Test
    @EnabledOnOs(OS.LINUX)
    void closesTheFileThatItCannotBegin() throws IOException {
        Path full = Path.of("/dev/full");

        assertThatThrownBy(() -> CaptureWriter.open(full, LinkType.ETHERNET, ""))
                .isInstanceOf(IOException.class);

        assertThat(OpenFiles.below(full)).isEmpty();
    }
}
