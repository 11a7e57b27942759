package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.WireLine;
import eavesdrop.pcap.Endpoint;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Alice (and Bob) on the wire, and what the operator's log says about it.
class LogFitTest {
    private static final Instant START = Instant.parse("2026-11-22T16:00:00Z");
    private static final Endpoint CLIENT = new Endpoint(InetAddress.ofLiteral("172.18.0.3"), 40_000);
    private static final Endpoint SERVER = new Endpoint(InetAddress.ofLiteral("172.18.0.2"), 12_345);

    private static final List<WireLine> WIRE = List.of(
            line(1, true, 0, "HELLO alice"),
            line(2, true, 1, "SAY ok"),
            line(3, false, 1, "SAID alice ok"),
            line(4, true, 2, "SAY ok"),
            line(5, false, 2, "SAID alice ok"),
            line(6, true, 3, "TELL bob ring \u001b[2J"),
            line(7, false, 3, "TOLD alice ring \uFFFD[2J"));

    @Test
    void fitsWhereEachLineReachedTheServerWhenTheLogSaysSo() {
        LogFit fit = LogFit.of(WIRE, List.of(said(1, 1, "ok"), said(2, 2, "ok"), told(3, 3, "ring \u001b[2J")));
        assertThat(fit.amiss()).isEmpty();
        assertThat(fit.common()).isEqualTo(3);
    }

    @Test
    void countsEachLineOfTheCaptureOnce() {
        LogFit fit = LogFit.of(
                WIRE, List.of(said(1, 1, "ok"), said(2, 2, "ok"), said(3, 3, "ok"), told(4, 3, "ring \u001b[2J")));
        assertThat(fit.amiss()).singleElement().asString().contains("Line 3 of the operator's log says something");
    }

    @Test
    void namesWhatTheLogSaysAtAnotherTime() {
        LogFit fit = LogFit.of(WIRE, List.of(said(1, 1, "ok"), said(2, 2, "ok"), told(3, 3_600, "ring \u001b[2J")));
        assertThat(fit.amiss()).singleElement().asString().contains("Line 3").contains("another time");
    }

    @Test
    void namesWhatTheServerPassedOnAndTheLogDoesNotSay() {
        LogFit fit = LogFit.of(WIRE, List.of(said(1, 1, "ok"), said(2, 2, "ok")));
        assertThat(fit.amiss()).singleElement().asString().contains("Frame 7 carries words that are not in");
    }

    @Test
    void doesNotMindASlowMachine() {
        assertThat(LogFit.of(WIRE, List.of(said(1, 5, "ok"), said(2, 6, "ok"), told(3, 7, "ring \u001b[2J")))
                        .fits())
                .isTrue();
    }

    private static WireLine line(int frame, boolean fromClient, int second, String text) {
        Endpoint from = fromClient ? CLIENT : SERVER;
        Endpoint to = fromClient ? SERVER : CLIENT;
        return new WireLine(0, fromClient, from, to, START.plusSeconds(second), List.of(frame), 0, 54, text, true);
    }

    private static OperatorRecord said(int line, int second, String text) {
        return new OperatorRecord(line, START.plusSeconds(second), line, "said", Map.of("from", "alice", "text", text));
    }

    private static OperatorRecord told(int line, int second, String text) {
        return new OperatorRecord(
                line, START.plusSeconds(second), line, "told", Map.of("from", "alice", "to", "bob", "text", text));
    }
}
