package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eavesdrop.LabException;
import eavesdrop.pcap.CaptureReader;

/// Whatever bytes are taken for a capture: who watches the chat live sees lines that frames carried, or is told why
/// not.
class LiveFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void chatLinesAreFound(byte[] capture) {
        try (CaptureReader reader = CaptureFuzzTest.reader(capture)) {
            LiveConversation live = new LiveConversation(
                    reader, line -> assertThat(line.wire().frames()).isNotEmpty());
            while (live.next()) {
                // Each packet goes its way in next().
            }
            live.finish();
        } catch (LabException refused) {
            assertThat(refused.kind()).isEqualTo(LabException.Kind.FILE);
        }
    }
}
