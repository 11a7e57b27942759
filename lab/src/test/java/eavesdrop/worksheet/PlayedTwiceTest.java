package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.worksheet.Verdict.Right;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who plays a lab twice is told that the first time counts.
class PlayedTwiceTest {
    private static final CheckFile CHECK = CheckFile.parse("""
            worksheet: 7
            title: A test
            records:
              red: {called: What Alice says, event: said, from: alice, contains: red}
              last: {called: What Alice says last, event: said, from: alice, contains: red, which: last}
            questions:
              7.1:
                points: 2
                hints: [a, b, c]
                line: {expect: {log-line-of: red}}
                last: {kind: line, expect: {log-line-of: last}}
            """, Map.of(), "07.check.yml");
    private static final Cast CAST = Cast.parse("alice: the boat is red\nalice: I am blue\n", Map.of(), "a cast");

    private final PlayedLab lab =
            PlayedLab.inContainers("alice", "bob").play(CAST).play(CAST);
    private final List<OperatorRecord> red = lab.operator().stream()
            .filter(record -> record.field("text").contains("red"))
            .toList();

    private static Verdict verdict(CheckFile check, Evidence evidence, String question, String blank, int answer) {
        String sheet = "```answer " + question + "\n" + blank + ": " + answer + "\n```\n";
        return new Checker(check, evidence)
                .check(AnswerSheet.parse(sheet)).results().stream()
                        .filter(result -> result.id().equals(new BlankId(question, blank)))
                        .findFirst()
                        .orElseThrow()
                        .verdict();
    }

    private String explained(String blank, OperatorRecord record) {
        return verdict(CHECK, lab, "7.1", blank, record.logLine()).explanation();
    }

    @Test
    void saysThatTheRecordWasThereBefore() {
        assertThat(explained("line", red.getLast()))
                .isEqualTo("Line " + red.getLast().logLine() + " of the operator's log holds such a record, but it is"
                        + " not the first one. If the lab was played twice, the first time counts.");
        assertThat(explained("last", red.getFirst()))
                .isEqualTo("Line " + red.getFirst().logLine() + " of the operator's log holds such a record, but it is"
                        + " not the last one.");
        assertThat(explained("line", lab.operator().getLast())).contains("holds another record");
    }

    @Test
    void takesMallorysSecondRecordOfTheFirstTime() {
        RealLab real = RealLab.of(5, "ada");
        CheckFile check = CheckFile.read(Path.of("../worksheets/05-in-the-middle.check.yml"), real.codewords());
        OperatorRecord onItsWayToBob = real.evidence().mallory().stream()
                .filter(record -> record.event().equals("told")
                        && record.field("from").equals("alice")
                        && record.field("passed").isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(verdict(check, withMallorysLogTwice(real.evidence()), "5.4", "line", onItsWayToBob.logLine()))
                .isInstanceOf(Right.class);
    }

    private static Evidence withMallorysLogTwice(Evidence once) {
        List<OperatorRecord> log = once.mallory();
        List<OperatorRecord> twice = Stream.concat(log.stream(), log.stream().map(record -> later(record, log.size())))
                .toList();
        return (Evidence) Proxy.newProxyInstance(
                Evidence.class.getClassLoader(),
                new Class<?>[] {Evidence.class},
                (_, method, arguments) -> method.getName().equals("mallory") ? twice : method.invoke(once, arguments));
    }

    private static OperatorRecord later(OperatorRecord record, int lines) {
        return new OperatorRecord(
                record.logLine() + lines, record.time(), record.sequence() + lines, record.event(), record.fields());
    }
}
