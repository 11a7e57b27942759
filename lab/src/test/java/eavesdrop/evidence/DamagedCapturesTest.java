package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eavesdrop.LabException;
import eavesdrop.pcap.CaptureReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A damaged capture is read as far as it goes, or refused in words: nothing else happens.
class DamagedCapturesTest {
    private static final int MUTATIONS = 100_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private byte[] pcapng = {};
    private byte[] pcap = {};

    @BeforeEach
    void makeSmallCaptures() throws IOException {
        Path file = folder.resolve("small.pcapng");
        DisorderlyTraffic.write(file, 5, 2);
        pcapng = Files.readAllBytes(file);
        Path wrapped = folder.resolve("small.pcap");
        WrappedTraffic.write(wrapped, WrappedTraffic.carriers().getFirst());
        pcap = Files.readAllBytes(wrapped);
    }

    @Test
    void isReadUpToWhereItWasCut() {
        for (byte[] whole : new byte[][] {pcap, pcapng}) {
            int most = 0;
            for (int length = 0; length < whole.length; length++) {
                int packets = packets(Arrays.copyOf(whole, length));
                assertThat(packets).as("cut at byte %d", length).isGreaterThanOrEqualTo(most);
                most = packets;
            }
            assertThat(most).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isReadWhateverItsBytesBecome(boolean classic) {
        Random random = new Random(7);
        byte[] whole = classic ? pcap : pcapng;
        for (int i = 0; i < MUTATIONS / 2; i++) {
            byte[] mutated = mutate(whole, random);
            int round = i;
            assertThatCode(() -> packets(mutated)).as("mutation %d", round).doesNotThrowAnyException();
        }
    }

    private static byte[] mutate(byte[] whole, Random random) {
        byte[] mutated = whole.clone();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            int at = random.nextInt(mutated.length);
            mutated[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) 0xFF;
                case 1 -> 0;
                case 2 -> (byte) (mutated[at] ^ 1 << random.nextInt(8));
                default -> (byte) random.nextInt(256);
            };
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;
    }

    /// Reads a capture in every way that the commands do; returns how many packets it has, 0 when it is refused.
    private static int packets(byte[] capture) {
        try (CaptureReader reader = reader(capture);
                CaptureReader again = reader(capture)) {
            StreamSummaries summaries = StreamSummaries.of(reader);
            summaries
                    .streams()
                    .forEach(stream -> assertThat(stream.fromClient().bytes()).isNotNegative());
            LiveConversation live = new LiveConversation(
                    again, line -> assertThat(line.wire().frames()).isNotEmpty());
            while (live.next()) {
                // Each packet goes its way in next().
            }
            live.finish();
            assertThat(live.limits()).isNotNull();
            return summaries.packets();
        } catch (LabException refused) {
            assertThat(refused.kind()).isEqualTo(LabException.Kind.FILE);
            return 0;
        }
    }

    private static CaptureReader reader(byte[] capture) {
        return CaptureReader.read(Channels.newChannel(new ByteArrayInputStream(capture)), "test");
    }
}
