package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.TlsConnection;
import eavesdrop.evidence.TlsConnection.Carried;
import eavesdrop.evidence.TlsConnection.Side;
import eavesdrop.evidence.TlsRecords;
import eavesdrop.evidence.TlsRecords.TlsRecord;
import eavesdrop.evidence.WireLine;
import eavesdrop.pcap.Endpoint;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        LogFit fit =
                LogFit.of(WIRE, List.of(), List.of(said(1, 1, "ok"), said(2, 2, "ok"), told(3, 3, "ring \u001b[2J")));
        assertThat(fit.amiss()).isEmpty();
        assertThat(fit.common()).isEqualTo(3);
    }

    @Test
    void countsEachLineOfTheCaptureOnce() {
        LogFit fit = LogFit.of(
                WIRE,
                List.of(),
                List.of(said(1, 1, "ok"), said(2, 2, "ok"), said(3, 3, "ok"), told(4, 3, "ring \u001b[2J")));
        assertThat(fit.amiss()).singleElement().asString().contains("Line 3 of the operator's log says something");
    }

    @Test
    void namesWhatTheLogSaysAtAnotherTime() {
        LogFit fit = LogFit.of(
                WIRE, List.of(), List.of(said(1, 1, "ok"), said(2, 2, "ok"), told(3, 3_600, "ring \u001b[2J")));
        assertThat(fit.amiss()).singleElement().asString().contains("Line 3").contains("another time");
    }

    @Test
    void namesWhatTheServerPassedOnAndTheLogDoesNotSay() {
        LogFit fit = LogFit.of(WIRE, List.of(), List.of(said(1, 1, "ok"), said(2, 2, "ok")));
        assertThat(fit.amiss()).singleElement().asString().contains("Frame 7 carries words that are not in");
    }

    @Test
    void doesNotMindASlowMachine() {
        assertThat(LogFit.of(WIRE, List.of(), List.of(said(1, 5, "ok"), said(2, 6, "ok"), told(3, 7, "ring \u001b[2J")))
                        .fits())
                .isTrue();
    }

    /// The words are not there to compare: what is left is who, when and how long.
    @Test
    void fitsATlsCaptureByTheTimeAndTheLengthOfEachRecord() {
        List<TlsConnection> tls = List.of(alice(record(0, 45), record(1, 40), record(2, 52)));

        assertThat(LogFit.of(List.of(), tls, List.of(joined(1, 0), said(2, 1, "ok"), told(3, 2, "hi, there")))
                        .amiss())
                .isEmpty();
        assertThat(LogFit.of(List.of(), tls, List.of(joined(1, 0), said(2, 1, "no, never")))
                        .amiss())
                .singleElement()
                .asString()
                .contains("Line 2 of the operator's log says something");
        assertThat(LogFit.of(List.of(), tls, List.of(joined(1, 0), said(2, 3_600, "ok")))
                        .fits())
                .isFalse();
    }

    private static Carried record(int second, int length) {
        TlsRecord record = new TlsRecord(0, TlsRecords.Type.APPLICATION_DATA, length);
        return new Carried(record, List.of(9 + second), START.plusSeconds(second));
    }

    private static TlsConnection alice(Carried... records) {
        Side nothing = new Side(Optional.empty(), List.of());
        return new TlsConnection(0, CLIENT, SERVER, new Side(Optional.empty(), List.of(records)), nothing);
    }

    private static OperatorRecord joined(int line, int second) {
        return new OperatorRecord(
                line, START.plusSeconds(second), line, "joined", Map.of("from", "alice", "address", CLIENT.toString()));
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
