package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.WireLine;
import eavesdrop.pcap.CaptureReader;
import eavesdrop.tcp.ControlBits;
import eavesdrop.testing.FreePort;
import eavesdrop.testing.OpenFiles;
import eavesdrop.testing.Until;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The local lab, in this process: real sockets on loopback, a real capture.
class LocalLabTest {
    @TempDir
    Path data;

    private final List<String> operatorsView = new CopyOnWriteArrayList<>();

    @Test
    void capturesAConversationFromHandshakeToFin() throws Exception {
        LabSettings settings = settings();
        try (LocalLab lab = LocalLab.start(settings, operatorsView::add)) {
            assertThat(lab.obey("TYPE alice /whisper bob niña 漢字 🔑").worked()).isTrue();
            assertThat(lab.obey("TYPE bob hello").worked()).isTrue();
            awaitOperator("alice → bob (whisper)");
            awaitOperator("bob → everyone: hello");
        }
        Evidence evidence =
                CaptureEvidence.read(data.resolve("dump.pcapng"), Optional.of(data.resolve("operator.jsonl")));

        assertThat(evidence.lines())
                .extracting(WireLine::text)
                .contains("HELLO alice", "TELL bob niña 漢字 🔑", "TOLD alice niña 漢字 🔑", "SAY hello", "SAID bob hello");
        assertThat(evidence.operator())
                .extracting(OperatorRecord::event)
                .contains("started", "joined", "told", "said", "left", "stopped");
        assertThat(evidence.limits()).isEmpty();
        assertThat(flags(evidence, ControlBits.SYN)).isEqualTo(4);
        assertThat(flags(evidence, ControlBits.FIN)).isEqualTo(4);
        assertThat(flags(evidence, ControlBits.RST)).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX) // Where the system lists what a process has open.
    void closesItsFiles() throws Exception {
        try (LocalLab lab = LocalLab.start(settings(), operatorsView::add)) {
            assertThat(lab.obey("TYPE alice hello").worked()).isTrue();
            assertThat(OpenFiles.below(data)).isNotEmpty();
        }

        assertThat(OpenFiles.below(data)).isEmpty();
    }

    @Test
    void keepsWhatEachScreenWouldShow() throws Exception {
        try (LocalLab lab = LocalLab.start(settings(), operatorsView::add)) {
            assertThat(lab.obey("TYPE alice /whisper bob at noon").worked()).isTrue();
            awaitOperator("alice → bob (whisper)");
            assertThat(lab.obey("TYPE bob all right").worked()).isTrue();
            awaitOperator("bob → everyone");
        }

        assertThat(data.resolve("alice.screen"))
                .content()
                .contains("you whisper to bob: at noon\n", "bob: all right\n")
                .doesNotContain("received ");
        assertThat(data.resolve("bob.screen"))
                .content()
                .contains("alice whispers to you: at noon\n", "you: all right\n");
    }

    @Test
    void carriesTheAddressesThatTheOperatorSawToo() throws IOException {
        try (LocalLab _ = LocalLab.start(settings(), operatorsView::add)) {
            // Joining is all that is looked at.
        }
        Evidence evidence =
                CaptureEvidence.read(data.resolve("dump.pcapng"), Optional.of(data.resolve("operator.jsonl")));
        String seenByOperator = evidence.operator().stream()
                .filter(record ->
                        record.event().equals("joined") && record.field("from").equals("alice"))
                .findFirst()
                .orElseThrow()
                .field("address");

        assertThat(evidence.lines())
                .filteredOn(line -> line.text().equals("HELLO alice"))
                .singleElement()
                .satisfies(line -> assertThat(line.from()).hasToString(seenByOperator));
    }

    @Test
    void saysInTheCaptureThatItIsSynthesised() throws IOException {
        try (LocalLab _ = LocalLab.start(settings(), operatorsView::add)) {
            // Only the file's header is looked at.
        }
        try (CaptureReader reader = CaptureReader.open(data.resolve("dump.pcapng"))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.comment()).startsWith("Synthesised");
        }
    }

    @Test
    void keepsTheFilesOfTheRunBefore() throws IOException {
        Files.writeString(data.resolve("operator.jsonl"), "{\"time\":\"2026-11-22T16:03:50.123456Z\",\"seq\":1}\n");
        try (LocalLab _ = LocalLab.start(settings(), operatorsView::add)) {
            // Starting is enough.
        }
        assertThat(data.resolve("operator-2026-11-22T16-03-50Z.jsonl")).exists();
    }

    @Test
    void touchesNoFileWhenAPortIsInUse() throws IOException {
        Files.writeString(data.resolve("operator.jsonl"), "earlier\n");
        LabSettings settings = settings();
        try (ServerSocket _ = new ServerSocket(settings.pcapPort())) {
            assertThatThrownBy(() -> LocalLab.start(settings, operatorsView::add))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("Port " + settings.pcapPort());
        }
        assertThat(data.resolve("operator.jsonl")).hasContent("earlier\n");
    }

    /// Mallory is the last to start, and her transport is nowhere: the server runs by then.
    @Test
    void closesWhatItHasOpenedWhenItCannotStart() throws IOException {
        Scenario broken = new Scenario("broken", Map.of("CHAT_MALLORY_TRANSPORT", "NoSuchClass"));
        LabSettings settings = settings().withScenario(broken);

        assertThatThrownBy(() -> LocalLab.start(settings, operatorsView::add)).isInstanceOf(LabException.class);

        assertThat(operatorsView).anyMatch(line -> line.contains(String.valueOf(settings.port())));
        new ServerSocket(settings.port()).close();
        new ServerSocket(settings.pcapPort()).close();
    }

    @Test
    void tellsWhoCannotSpeak() throws IOException {
        try (LocalLab lab = LocalLab.start(settings(), operatorsView::add)) {
            assertThat(lab.obey("TYPE mallory hello").worked()).isFalse();
            assertThat(lab.obey("TYPE alice " + "x".repeat(5000)).text()).contains("5000 bytes");
            assertThat(lab.obey("DANCE").worked()).isFalse();
        }
    }

    // What the operator has seen is on its way to everyone before the next thing happens.
    private void awaitOperator(String words) throws Exception {
        Until.holds(
                "the operator sees: " + words,
                () -> operatorsView.stream().anyMatch(line -> line.contains(words)),
                operatorsView::toString);
    }

    private static long flags(Evidence evidence, int bit) {
        return evidence.frames().stream()
                .map(Frame::flags)
                .filter(flags -> flags.has(bit))
                .count();
    }

    private LabSettings settings() throws IOException {
        return new LabSettings(
                data,
                data,
                "127.0.0.1",
                FreePort.find(),
                FreePort.find(),
                "",
                "none",
                Scenario.PLAIN,
                data,
                List.of("alice", "bob"));
    }
}
