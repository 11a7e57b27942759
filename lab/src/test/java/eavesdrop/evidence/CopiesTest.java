package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.Endpoint;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Which line the server repeats when it passes one on.
class CopiesTest {
    private static final Endpoint HOST = new Endpoint(InetAddress.getLoopbackAddress(), 12345);
    private static final int ALICE = 0;
    private static final int BOB = 1;

    private final Copies copies = new Copies();

    private OptionalInt line(int stream, boolean fromClient, int frame, String text) {
        WireLine line = new WireLine(stream, fromClient, HOST, HOST, Instant.EPOCH, List.of(frame), 0, 54, text, true);
        return copies.original(line, new Meaning.Speech("alice", Optional.empty(), text));
    }

    private void said(int frame, String text) {
        assertThat(line(ALICE, true, frame, text)).isEmpty();
    }

    private OptionalInt passedOn(int frame, String text) {
        return line(BOB, false, frame, text);
    }

    @Test
    void theSecondCopyBelongsToTheSecondOriginal() {
        said(1, "hi");
        said(2, "hi");
        assertThat(passedOn(3, "hi")).hasValue(1);
        assertThat(passedOn(4, "hi")).hasValue(2);
        assertThat(passedOn(5, "hi")).isEmpty();
        assertThat(line(2, false, 6, "hi")).hasValue(1);
    }

    @Test
    void aCopyOfWhatWasSaidBeforeTheCaptureBeganDoesNotCount() {
        assertThat(passedOn(1, "hi")).isEmpty();
        said(2, "hi");
        assertThat(passedOn(3, "hi")).hasValue(2);
    }

    @Test
    void ofManyTextsTheLastOnesAreKnown() {
        for (int frame = 1; frame <= 100_000; frame++) {
            said(frame, "text " + frame);
            if (frame > 5_000) {
                assertThat(passedOn(frame, "text " + (frame - 4_999))).hasValue(frame - 4_999);
            }
        }
        assertThat(passedOn(100_001, "text 1")).isEmpty();
    }
}
