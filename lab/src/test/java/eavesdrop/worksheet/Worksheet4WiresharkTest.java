package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.Tshark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever answers worksheet 4 from what Wireshark shows, is right. Wireshark knows nothing of the operator's
/// log; the kit finds the same frames without a key that Wireshark finds with one.
class Worksheet4WiresharkTest {
    private static RealLab lab = new RealLab(Map.of(), PlayedLab.inContainers(), Path.of(""));
    private static Map<BlankId, String> right = Map.of();

    @BeforeAll
    static void played() {
        Tshark.required();
        lab = RealLab.of(4, "ada");
        CheckFile check = CheckFile.read(Path.of("../worksheets/04-tls.check.yml"), lab.codewords());
        right = AnswerKey.of(check, lab.evidence()).right();
    }

    @Test
    void theHellosOfAlicesConnection() {
        String port = "tcp.port == " + answer("4.1", "alice");
        assertThat(fields("tls.handshake.type == 1 && " + port, "frame.number"))
                .containsExactly(answer("4.2", "client"));
        assertThat(fields("tls.handshake.type == 2 && " + port, "frame.number"))
                .containsExactly(answer("4.2", "server"));
    }

    @Test
    void whatTheServerHasChosen() {
        String hello = "frame.number == " + answer("4.2", "server");
        assertThat(fields(hello, "tls.handshake.extensions.supported_version"))
                .containsExactly("0x" + answer("4.3", "version"));
        assertThat(fields(hello, "tls.handshake.ciphersuite")).containsExactly("0x" + answer("4.3", "suite"));
    }

    @Test
    void noFrameHoldsTheWord() {
        assertThat(answer("4.5", "count")).isEqualTo("0");
        assertThat(fields("frame contains \"" + lab.codewords().get("whisper") + "\"", "frame.number"))
                .isEmpty();
    }

    @Test
    void theLengthsOfTheRecords() {
        String alice = "tls.record.opaque_type == 23 && tcp.srcport == " + answer("4.1", "alice");
        List<String> lengths = fields(alice, "tls.record.length");
        assertThat(lengths).contains(answer("4.7", "whisper"), answer("4.7", "short"), answer("4.7", "long"));
        assertThat(number("4.7", "long") - number("4.7", "short")).isEqualTo(10);
        assertThat(fields("frame.number == " + answer("4.6", "frame"), "tls.record.length"))
                .containsExactly(answer("4.7", "whisper"));
    }

    @Test
    void theSentenceThatTheKeyLogOpens() {
        String word = Objects.requireNonNull(lab.codewords().get("whisper"));
        List<String> decrypted = Tshark.lines(
                lab.folder().resolve("data/dump.pcapng"),
                "-o",
                "tls.keylog_file:" + lab.folder().resolve("tls-keys.log"),
                "-Y",
                "data contains \"" + word + "\"",
                "-T",
                "fields",
                "-e",
                "frame.number");
        assertThat(decrypted).containsExactly(answer("4.10", "frame"));
        assertThat(fields("frame.number == " + answer("4.9", "frame"), "tls.handshake.random"))
                .containsExactly(answer("4.9", "random"));
    }

    private static long number(String question, String blank) {
        return Long.parseLong(answer(question, blank));
    }

    private static String answer(String question, String blank) {
        return Objects.requireNonNull(right.get(new BlankId(question, blank))).replaceAll("[\" ]", "");
    }

    private static List<String> fields(String filter, String... fields) {
        return Tshark.fields(lab.folder().resolve("data/dump.pcapng"), filter, fields);
    }
}
