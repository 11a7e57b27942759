package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.Tshark;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same conversation is read out of every link layer and every tunnel.
class LinkLayersTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static List<WrappedTraffic.Carrier> carriers() {
        return WrappedTraffic.carriers();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void bothSidesAreHeard(WrappedTraffic.Carrier carrier) throws IOException {
        Path file = folder.resolve("wrapped.pcap");
        WrappedTraffic.write(file, carrier);

        StreamBytes streams = StreamBytes.of(file);

        assertThat(streams.streams()).hasSize(1);
        assertThat(new String(streams.half(0, true).all(), StandardCharsets.UTF_8))
                .isEqualTo("HELLO alice\nBYE\n");
        assertThat(new String(streams.half(0, false).all(), StandardCharsets.UTF_8))
                .isEqualTo("WELCOME alice\n");
    }

    @Test
    void andWiresharkHearsThemToo() throws IOException {
        Tshark.required();
        Comparison comparison = new Comparison();

        Map<String, Path> captures = new HashMap<>();
        for (WrappedTraffic.Carrier carrier : WrappedTraffic.carriers()) {
            Path file = folder.resolve("wrapped" + captures.size() + ".pcap");
            WrappedTraffic.write(file, carrier);
            captures.put(carrier.name(), file);
        }
        comparison.compareAll(captures);

        System.out.println(comparison.summary());
        assertThat(comparison.differences).isEmpty();
    }

    /// The attributes of a Linux netfilter log are in the byte order of the machine that captured.
    @Test
    void wiresharkHearsTheSameInALogOfABigEndianMachine() throws IOException {
        Tshark.required();
        Path file = folder.resolve("log.pcap");
        WrappedTraffic.Carrier log = new WrappedTraffic.Carrier("NFLOG", 239, packet -> {
            String payload = WrappedTraffic.length(packet.length + 4) + "0009";
            return WrappedTraffic.join("02000000", "0008000108000100" + payload, packet);
        });
        WrappedTraffic.write(file, log, ByteOrder.BIG_ENDIAN);
        Comparison comparison = new Comparison();

        comparison.compare("big-endian", file);

        assertThat(comparison.differences).isEmpty();
        assertThat(StreamBytes.of(file).streams()).hasSize(1);
    }
}
