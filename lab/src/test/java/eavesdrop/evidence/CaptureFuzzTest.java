package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eavesdrop.LabException;
import eavesdrop.pcap.CaptureReader;
import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.StreamSink;
import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;

/// Whatever bytes are taken for a capture: it is read or refused, and what is delivered has no hole that is not told.
///
/// As every fuzz test it runs the known inputs, and looks for new ones in the profile `fuzz` (`CONTRIBUTING.md`). What
/// it finds is put into the folder `CaptureFuzzTestInputs` of the test resources: it belongs into the project.
class CaptureFuzzTest {
    @FuzzTest(maxDuration = "4m")
    void streamsAreWhole(byte[] capture) {
        try (CaptureReader reader = reader(capture)) {
            Listening listening = Listening.toAll(reader, (_, _) -> new WholeStream());
            assertThat(listening.limits()).isNotNull();
        } catch (LabException refused) {
            assertThat(refused.kind()).isEqualTo(LabException.Kind.FILE);
        }
    }

    static CaptureReader reader(byte[] capture) {
        return CaptureReader.read(Channels.newChannel(new ByteArrayInputStream(capture)), "fuzz");
    }

    /// Each byte is delivered once, and each gap is told.
    private static final class WholeStream implements StreamSink {
        private long next;

        @Override
        public void bytes(Chunk chunk) {
            assertThat(chunk.offset()).isEqualTo(next);
            assertThat(chunk.length()).isPositive();
            next += chunk.length();
        }

        @Override
        public void gap(long offset, long length) {
            assertThat(offset).isEqualTo(next);
            assertThat(length).isPositive();
            next += length;
        }

        @Override
        public void unplaced(Chunk chunk, int count) {
            assertThat(chunk.length()).isNotNegative();
        }
    }
}
