package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.WireLine;
import eavesdrop.worksheet.Verdict.Right;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Worksheet 3, where somebody does more than it says: forges twice, or had left before. What is true is right
/// all the same.
class ForgedTwiceTest {
    private static final Map<String, String> CODEWORDS = Map.of("whisper", "amber-otter-42", "reply", "calm-fox-17");
    private static final CheckFile CHECK = CheckFile.read(Path.of("../worksheets/03-operator.check.yml"), CODEWORDS);
    private static final String FORGED = "I am back. The word is amber-otter-42";

    private final PlayedLab lab = PlayedLab.inContainers("bob");

    private void played() {
        lab.play(Cast.read(Path.of("../labs/scenarios/plain/03.cast"), CODEWORDS));
    }

    private void forged(String... texts) {
        lab.visit("alice", List.of(texts));
    }

    /// With 3.6 right, so that the others are marked.
    private Verdict verdict(String question, String blank, String answer) {
        String port = lines("joined", "").getFirst().field("address").replaceAll(".*:", "");
        String sheet = "```answer 3.6\nport: " + port + "\n```\n\n```answer " + question + "\n" + blank + ": " + answer
                + "\n```\n";
        return new Checker(CHECK, lab)
                .check(AnswerSheet.parse(sheet)).results().stream()
                        .filter(result -> result.id().equals(new BlankId(question, blank)))
                        .findFirst()
                        .orElseThrow()
                        .verdict();
    }

    private List<OperatorRecord> lines(String event, String text) {
        return lab.operator().stream()
                .filter(record -> record.event().equals(event)
                        && record.field("from").equals("alice")
                        && record.field("text").contains(text))
                .toList();
    }

    @Test
    void takesEitherOfTwoForgedSentences() {
        played();
        forged(FORGED);
        forged(FORGED);
        assertThat(lines("said", FORGED))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(verdict("3.8", "line", "" + line.logLine())).isInstanceOf(Right.class));
        assertThat(verdict("3.12", "order", "b, d, a, c")).isInstanceOf(Right.class);
    }

    @Test
    void knowsTheOrderWhenTheNameWasTakenOnceMoreAndNothingSaid() {
        played();
        forged(FORGED);
        forged();
        assertThat(verdict("3.12", "order", "b, d, a, c")).isInstanceOf(Right.class);
    }

    @Test
    void asksForTheLeavingAtTheEnd() {
        forged();
        played();
        forged(FORGED);
        List<OperatorRecord> left = lines("left", "");
        assertThat(left).hasSize(3);
        assertThat(verdict("3.7", "line", "" + left.get(1).logLine())).isInstanceOf(Right.class);
        assertThat(verdict("3.7", "line", "" + left.get(0).logLine())).isNotInstanceOf(Right.class);
        assertThat(verdict("3.12", "order", "b, d, a, c")).isInstanceOf(Right.class);
    }

    @Test
    void takesTheCopyForBobAndNoOther() {
        played();
        forged(FORGED);
        List<WireLine> copies = lab.lines().stream()
                .filter(line -> line.text().equals("SAID alice " + FORGED))
                .toList();
        assertThat(copies).hasSize(2);
        assertThat(verdict("3.9", "frame", "" + copies.get(0).frame())).isInstanceOf(Right.class);
        assertThat(verdict("3.9", "frame", "" + copies.get(1).frame()).explanation())
                .contains("another reader");
    }
}
