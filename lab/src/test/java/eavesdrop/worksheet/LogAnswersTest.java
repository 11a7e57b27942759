package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.Right;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An answer that stands in a log is explained by the log. What the capture shows, or Wireshark, is no help there.
class LogAnswersTest {
    private static final CheckFile CHECK = CheckFile.parse("""
            worksheet: 7
            title: A test
            records:
              red: {called: What Alice says, event: said, from: alice, contains: red}
            questions:
              7.1:
                points: 4
                filter: tcp.len > 0
                hints: [a, b, c]
                line: {expect: {log-line-of: red}}
                text: {expect: {log-text-of: red}}
                times: {kind: count, expect: {log-lines-with: red, text: boat}}
                nowhere: {kind: count, expect: {log-lines-with: red, text: ship}}
            """, Map.of(), "07.check.yml");

    private final PlayedLab lab = PlayedLab.inContainers("alice", "bob")
            .play(Cast.parse("alice: the boat is red\nbob: yours is blue\n", Map.of(), "a cast"));

    private Result result(String blank, String answer) {
        return new Checker(CHECK, lab)
                .check(AnswerSheet.parse("```answer 7.1\n" + blank + ": " + answer + "\n```\n")).results().stream()
                        .filter(result -> result.id().blank().equals(blank))
                        .findFirst()
                        .orElseThrow();
    }

    private String explained(String blank, String answer) {
        return result(blank, answer).verdict().explanation();
    }

    @Test
    void looksForTheTextInTheLog() {
        assertThat(explained("text", "yours is blue")).startsWith("That text is in the operator's log, but");
        assertThat(explained("text", "HELLO alice")).isEqualTo("That text is nowhere in the operator's log.");
    }

    @Test
    void saysThatThereIsTooMuch() {
        assertThat(explained("text", "alice: the boat is red")).startsWith("There is more in it");
    }

    @Test
    void saysWhatAnotherLineHolds() {
        assertThat(explained("line", "1"))
                .isEqualTo("Line 1 of the operator's log holds another record: its event is " + "\""
                        + lab.operator().getFirst().event() + "\", from alice.");
    }

    @Test
    void countsInTheLog() {
        assertThat(explained("times", "3")).contains("than the operator's log shows");
    }

    @Test
    void namesNoDisplayFilter() {
        assertThat(result("line", "1").filter()).isEmpty();
        assertThat(result("times", "3").filter()).isEmpty();
    }

    @Test
    void saysHowMuchWasSearchedInVain() {
        assertThat(result("nowhere", "0").verdict())
                .isInstanceOfSatisfying(
                        Right.class,
                        right -> assertThat(right.besides())
                                .isEqualTo("found in none of " + lab.operator().size() + " lines of operator.jsonl"));
    }

    @Test
    void namesAllOfSeveralQuestionsThatComeFirst() {
        assertThat(new Verdict.Waits(List.of("5.1", "5.2", "5.3")).explanation())
                .isEqualTo("it is marked as soon as 5.1, 5.2 or 5.3 is right in all its parts");
        assertThat(new Verdict.Waits(List.of("5.1")).explanation())
                .isEqualTo("it is marked as soon as 5.1 is right in all its parts");
    }
}
