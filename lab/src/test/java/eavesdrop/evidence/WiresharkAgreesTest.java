package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eavesdrop.testing.Tshark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The streams of a capture are those of Wireshark: their number, their ends, and the bytes of each direction.
/// Where they are not, `wireshark-deviations.txt` says why.
class WiresharkAgreesTest {
    private static final Path OTHERS = Path.of("..", "..", "shared", "captures");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Comparison comparison = new Comparison();

    @BeforeEach
    void wiresharkIsThere() {
        Tshark.required();
    }

    @Test
    void onCapturesThatOthersMade() throws IOException {
        assumeTrue(Files.isDirectory(OTHERS), "there is no folder of captures beside the project");
        try (var files = Files.walk(OTHERS)) {
            comparison.compareAll(files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> OTHERS.relativize(file).toString(), Function.identity())));
        }
        System.out.println(comparison.summary());
        assertThat(comparison.differences).containsExactlyInAnyOrderElementsOf(deviations());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onTrafficInDisorder(long seed) throws IOException {
        Path file = folder.resolve("disorder.pcapng");
        DisorderlyTraffic.write(file, seed, 250);

        comparison.compare("seed " + seed, file);

        System.out.println(comparison.summary());
        assertThat(comparison.differences).isEmpty();
    }

    @Test
    void onUnusualPackets() throws IOException {
        Path file = folder.resolve("unusual.pcapng");
        List<String> cases = UnusualTraffic.write(file);

        comparison.compare("unusual", file);

        System.out.println(comparison.summary());
        assertThat(comparison.differences).as("the cases are %s", cases).isEmpty();
    }

    @Test
    void onTheStreamAndTheRelativeSequenceNumberOfEachFrame() throws IOException {
        Path file = folder.resolve("disorder.pcapng");
        DisorderlyTraffic.write(file, 4, 250);

        List<String> ours = CaptureEvidence.read(file, java.util.Optional.empty()).frames().stream()
                .map(frame -> frame.number() + "\t" + frame.stream() + "\t" + frame.relativeSequence() + "\t"
                        + frame.sequence() + "\t" + frame.length())
                .toList();

        assertThat(ours)
                .hasSizeGreaterThan(2000)
                .isEqualTo(
                        Tshark.fields(file, "tcp", "frame.number", "tcp.stream", "tcp.seq", "tcp.seq_raw", "tcp.len"));
    }

    /// The differences that are known; lines that begin with # give the reasons.
    private static List<String> deviations() throws IOException {
        try (InputStream in = WiresharkAgreesTest.class.getResourceAsStream("wireshark-deviations.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
