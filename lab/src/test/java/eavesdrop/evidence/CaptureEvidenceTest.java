package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whisper, as Eve and as the operator know it.
class CaptureEvidenceTest {
    private static final Instant START = Instant.parse("2026-11-22T16:03:50Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void readsAWhisperFromThePacketsAndFromTheLog() throws Exception {
        Evidence evidence = CaptureEvidence.read(capture(), Optional.of(log()));

        assertThat(evidence.limits()).containsExactly("Line 2 of the operator log is not a record and was left out.");
        assertThat(evidence.lines())
                .extracting(WireLine::frame, WireLine::stream, WireLine::fromClient, WireLine::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, 0, true, "HELLO alice"),
                        org.assertj.core.groups.Tuple.tuple(6, 0, false, "WELCOME alice"),
                        org.assertj.core.groups.Tuple.tuple(6, 0, false, "HERE alice bob"),
                        org.assertj.core.groups.Tuple.tuple(8, 0, true, "TELL bob amber-otter-42"));
        WireLine whisper = evidence.lines().getLast();
        assertThat(whisper.streamOffset()).isEqualTo(12);
        assertThat(whisper.frameOffset()).isEqualTo(54);
        assertThat(evidence.frame(8)).map(frame -> frame.flags().toString()).contains("[PSH, ACK]");
        assertThat(evidence.frame(8)).map(Frame::relativeSequence).contains(13L);
        assertThat(evidence.operator()).extracting(OperatorRecord::event).containsExactly("joined", "told");
        assertThat(evidence.operator().getLast().field("text")).isEqualTo("amber-otter-42");
        assertThat(evidence.operator().getLast().logLine()).isEqualTo(3);
    }

    private Path capture() throws Exception {
        Path file = folder.resolve("dump.pcapng");
        Endpoint client = new Endpoint(InetAddress.getByName("172.18.0.3"), 40112);
        Endpoint server = new Endpoint(InetAddress.getByName("172.18.0.2"), 12345);
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            ConnectionWriter connection = new ConnectionWriter(capture, client, server, 100, 900);
            connection.open(START);
            connection.clientSent(START.plusMillis(1), bytes("HELLO alice\n"));
            connection.serverSent(START.plusMillis(2), bytes("WELCOME alice\nHERE alice bob\n"));
            connection.clientSent(START.plusMillis(3), bytes("TELL bob amber-otter-42\n"));
        }
        return file;
    }

    private Path log() throws Exception {
        Path file = folder.resolve("operator.jsonl");
        Files.write(
                file,
                List.of(
                        "{\"time\":\"2026-11-22T16:03:50.1Z\",\"seq\":1,\"event\":\"joined\",\"from\":\"alice\"}",
                        "{\"time\":\"2026-11-22T16:03:5",
                        "{\"time\":\"2026-11-22T16:03:50.3Z\",\"seq\":2,\"event\":\"told\",\"from\":\"alice\",\"to\":\"bob\",\"text\":\"amber-otter-42\"}"));
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
