package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eavesdrop.LabException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckFileTest {
    private static final String GOOD = """
            worksheet: 3
            title: T
            lines:
              w: {called: W, starts: SAY}
            questions:
              3.1:
                points: 2
                filter: tcp
                hints: [a, b, c]
                frame: {expect: {frame-of: w}}
                other: {kind: port, expect: {port-of: w, end: client}}
            """;

    @Test
    void readsQuestionsWithTheirBlanks() {
        CheckFile check = CheckFile.parse(GOOD, Map.of(), "03.check.yml");
        assertThat(check.number()).isEqualTo(3);
        Question question = check.questions().getFirst();
        assertThat(question.id()).isEqualTo("3.1");
        assertThat(question.pointsEach()).isEqualTo(1);
        assertThat(question.blanks())
                .extracting(Blank::name, Blank::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("frame", AnswerKind.FRAME),
                        org.assertj.core.groups.Tuple.tuple("other", AnswerKind.PORT));
    }

    /// Each row changes one thing of the good file: what, into what, the line that is named, and what is said.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                points: 2           | points: two               | 7  | a number is expected
                points: 2           | points: 3                 | 7  | cannot be shared equally
                [a, b, c]           | [a, b]                    | 9  | has 3 hints
                frame-of: w         | frame-of: x               | 10 | one of the named lines
                frame-of: w         | farme-of: w               | 10 | no question to the evidence
                end: client         | end: middle               | 11 | client or server
                , end: client       | ''                        | 11 | `end` is missing
                kind: port          | kind: sort                | 11 | no kind of answer
                called: W,          | ''                        | 4  | `called` is missing
                starts: SAY         | begins: SAY               | 4  | `begins` means nothing here
                title: T            | titel: T                  | 2  | `titel` means nothing here
                kind: port          | kind: choice              | 11 | has `options:`
                title: T            | 'title: "T'               | 2  | quote
                """)
    void namesTheLineThatIsWrong(String good, String bad, int line, String what) {
        String text = GOOD.replace(good, bad);
        LabException refused =
                catchThrowableOfType(LabException.class, () -> CheckFile.parse(text, Map.of(), "03.check.yml"));
        assertThat(refused.what())
                .startsWith("03.check.yml, line " + line + ": ")
                .contains(what);
    }
}
