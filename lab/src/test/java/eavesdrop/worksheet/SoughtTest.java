package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.worksheet.Verdict.CannotCheck;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Wrong;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// "Found nowhere" is an answer like any other: right where nothing is found, wrong where something is, and no
/// answer at all where nothing was said.
class SoughtTest {
    private static final BlankId CAPTURE = new BlankId("7.1", "capture");
    private static final BlankId LOG = new BlankId("7.1", "log");
    private static final BlankId WHO = new BlankId("7.1", "who");

    private static CheckFile check(String text) {
        return CheckFile.parse("""
                worksheet: 7
                title: A test
                records:
                  said: {called: What Alice says, event: said, from: alice}
                questions:
                  7.1:
                    points: 3
                    filter: tcp
                    hints: [a, b, c]
                    capture: {kind: count, expect: {frames-with: said, text: TEXT}}
                    log: {kind: count, expect: {log-lines-with: said, text: TEXT}}
                    who:
                      kind: choices
                      options: [e, o]
                      expect:
                        choices-of:
                          e: {frames-with: said, text: TEXT}
                          o: {log-line-of: said}
                """.replace("TEXT", text), Map.of(), "07.check.yml");
    }

    private static PlayedLab talk() {
        return PlayedLab.inContainers("alice", "bob").play(Cast.parse("alice: the boat is red\n", Map.of(), "a cast"));
    }

    @Test
    void noneIsRightWhereNothingIsFound() {
        assertThat(verdict("green", talk(), CAPTURE, "0")).isInstanceOf(Right.class);
        assertThat(verdict("green", talk(), LOG, "0")).isInstanceOf(Right.class);
        assertThat(verdict("green", talk(), WHO, "[o]")).isInstanceOf(Right.class);
        assertThat(verdict("green", talk(), CAPTURE, "1")).isInstanceOf(Wrong.class);
    }

    @Test
    void noneIsWrongWhereItIsFound() {
        assertThat(verdict("red", talk(), CAPTURE, "0")).isInstanceOf(Wrong.class);
        assertThat(verdict("red", talk(), LOG, "0")).isInstanceOf(Wrong.class);
        assertThat(verdict("red", talk(), LOG, "1")).isInstanceOf(Right.class);
        assertThat(verdict("red", talk(), WHO, "[e, o]")).isInstanceOf(Right.class);
    }

    @Test
    void noneProvesNothingWhereNothingWasSaid() {
        PlayedLab silent = PlayedLab.inContainers("alice", "bob");

        assertThat(verdict("green", silent, CAPTURE, "0")).isInstanceOf(CannotCheck.class);
        assertThat(verdict("green", silent, LOG, "0")).isInstanceOf(CannotCheck.class);
        assertThat(verdict("green", silent, WHO, "none")).isInstanceOf(CannotCheck.class);
    }

    private static Verdict verdict(String text, PlayedLab lab, BlankId id, String answer) {
        String sheet = "```answer 7.1\n" + id.blank() + ": " + answer + "\n```\n";
        return new Checker(check(text), lab)
                .check(AnswerSheet.parse(sheet)).results().stream()
                        .filter(result -> result.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .verdict();
    }
}
