package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eavesdrop.evidence.StreamSummary.Half;
import eavesdrop.pcap.CaptureReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Wireshark agreed with once stays so, also where no Wireshark is installed: `golden-digests.txt` holds
/// one digest over the streams of each capture. A capture whose digest changes on purpose must be compared with
/// Wireshark first (`WiresharkAgreesTest`); the failure prints the new line.
class GoldenDigestsTest {
    private static final Path OTHERS = Path.of("..", "..", "shared", "captures");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void ofCapturesThatTheTestsMake() throws Exception {
        List<String> digests = new ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            Path file = folder.resolve("disorder.pcapng");
            DisorderlyTraffic.write(file, seed, 250);
            digests.add("disorder " + seed + " " + digest(file));
        }
        Path unusual = folder.resolve("unusual.pcapng");
        UnusualTraffic.write(unusual);
        digests.add("unusual " + digest(unusual));
        for (WrappedTraffic.Carrier carrier : WrappedTraffic.carriers()) {
            Path file = folder.resolve("wrapped.pcap");
            WrappedTraffic.write(file, carrier);
            digests.add(carrier.name() + " " + digest(file));
        }

        assertThat(digests).isEqualTo(golden("golden-digests.txt"));
    }

    @Test
    void ofCapturesThatOthersMade() throws Exception {
        assumeTrue(Files.isDirectory(OTHERS), "there is no folder of captures beside the project");
        List<Path> captures;
        try (var files = Files.walk(OTHERS)) {
            captures = files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
        List<String> digests = new ArrayList<>();
        for (Path file : captures) {
            digests.add(OTHERS.relativize(file) + " " + digest(file));
        }

        assertThat(digests).isEqualTo(golden("golden-digests-of-others.txt"));
    }

    private static List<String> golden(String name) throws IOException {
        try (InputStream in = GoldenDigestsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String digest(Path capture) throws Exception {
        try (CaptureReader reader = CaptureReader.open(capture)) {
            String rows = StreamSummaries.of(reader)
                    .streams()
                    .map(GoldenDigestsTest::row)
                    .collect(Collectors.joining("\n"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(rows.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        }
    }

    private static String row(StreamSummary stream) {
        return stream.index() + " " + stream.client() + " " + stream.server() + " " + half(stream.fromClient()) + " "
                + half(stream.fromServer());
    }

    private static String half(Half half) {
        return half.frames() + " " + half.bytes() + " " + half.sha256() + " " + half.firstGaps();
    }
}
