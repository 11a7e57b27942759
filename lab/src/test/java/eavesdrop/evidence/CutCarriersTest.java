package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A packet may be cut at any byte, also in the midst of the headers that carry it.
class CutCarriersTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static java.util.List<WrappedTraffic.Carrier> carriers() {
        return WrappedTraffic.carriers();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void areReadAsFarAsTheyGo(WrappedTraffic.Carrier carrier) throws IOException {
        Path file = folder.resolve("cut.pcap");
        for (int length = 0; length < 160; length++) {
            int most = length;
            WrappedTraffic.write(
                    file,
                    new WrappedTraffic.Carrier(
                            carrier.name(),
                            carrier.linkType(),
                            packet -> cut(carrier.wrap().apply(packet), most)));
            assertThatCode(() -> StreamBytes.of(file))
                    .as("cut at byte %d", most)
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] cut(byte[] frame, int most) {
        return Arrays.copyOf(frame, Math.min(frame.length, most));
    }
}
