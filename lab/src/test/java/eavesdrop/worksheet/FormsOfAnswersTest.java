package eavesdrop.worksheet;

import static eavesdrop.worksheet.SmallWorksheet.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.NotAnswered;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same answer as people set it out in a sheet: it counts, wherever one meaning alone makes sense.
class FormsOfAnswersTest {
    private final SmallWorksheet worksheet = new SmallWorksheet();
    private final int whisper = worksheet.whisper;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frame: N",
                "frame: #N",
                "frame: # N",
                "frame:N",
                "frame = N",
                "Frame: N",
                "frame: \"N\"",
                "frame: “N”",
                "frame: ‘N’",
                "frame: `N`",
                "frame: [N]",
                "frame:\tN",
                "\tframe: N",
                "frame: N   # I hope so",
                "frame:\n  N",
                "frame:\n  - N",
                "\n\nframe: N\n\n",
                "frame: frame N",
                "frame：N",
                "frame:\u00A0N",
                "\uFEFFframe: N",
                "- N",
                "N",
                "**frame:** N",
                "**frame**: N",
                "`frame`: `N`",
                "- frame: N",
                "> frame: N",
                "frame N",
                "frame - N",
                "frame → N",
                "frame: → N",
                "frame: => N",
                "frame: <N>",
                "frame: (N)",
                "frame: N!",
                "frame: N?",
                "frame: N ✓",
                "frame: N (I guess)",
                "frame:\nN",
                "frame:\n\nN",
                "frame:\n#N",
                "frame:\n- N",
                "frame: N\nframe:",
                "frame:\nframe: N"
            })
    void readsWhatPeopleTypeAsMeant(String typed) {
        boolean comment = typed.equals("frame: # N") || typed.equals("- N");
        assertThat(verdict("7.1", typed.replace("N", "" + whisper)))
                .isInstanceOf(comment ? typed.startsWith("-") ? Unreadable.class : NotAnswered.class : Right.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  address: A~  port: P",
                "    port: P",
                "- address: A~- port: P",
                "* port: P",
                "address:~A~port:~P",
                "address:~~A~~port:~~P~",
                "address A~port P",
                "port:~address: A~port: P"
            })
    void readsEachOfTwoBlanksHoweverTheyAreSetOut(String typed) {
        String written = typed.replace('~', '\n').replace("A", "172.18.0.3").replace("P", "40000");
        assertThat(worksheet.verdict("7.2", written, "port")).isInstanceOf(Right.class);
    }

    @Test
    void readsTheBlankWhoseColonIsMissing() {
        assertThat(worksheet.verdict("7.2", "address: 172.18.0.3\nport 40000", "port"))
                .isInstanceOf(Right.class);
        assertThat(worksheet.verdict("7.2", "address 172.18.0.3\nport: 40000", "address"))
                .isInstanceOf(Right.class);
    }

    @Test
    void readsWhatIsCopiedWithTheQuotesOfALog() {
        assertThat(verdict("7.6", "text: \"text\":\"the word is amber-otter-42\""))
                .isInstanceOf(Right.class);
        assertThat(verdict("7.6", "text: „the word is amber-otter-42“.")).isInstanceOf(Right.class);
        assertThat(verdict("7.6", "text: {\"event\":\"told\",\"text\":\"the word is amber-otter-42\"}"))
                .isEqualTo(new Unreadable(
                        2, "one answer is wanted after `text:`, not a whole record; copy only what is asked for"));
    }

    /// As an editor does that keeps lines short.
    @Test
    void readsATextThatIsBrokenIntoLines() {
        assertThat(verdict("7.6", "text: the word is\namber-otter-42")).isInstanceOf(Right.class);
        assertThat(verdict("7.6", "text:\nthe word is\namber-otter-42")).isInstanceOf(Right.class);
    }

    @Test
    void doesNotTakeASecondAnswerForTheFirst() {
        assertThat(verdict("7.1", "frame: " + whisper + "\n1")).isInstanceOf(Unreadable.class);
        assertThat(verdict("7.1", "frame:\n" + whisper + "\nor 1")).isInstanceOf(Unreadable.class);
        assertThat(verdict("7.1", "frame " + whisper + "\nframe 1")).isInstanceOf(Unreadable.class);
        assertThat(verdict("7.1", "frame: -" + whisper)).isInstanceOf(Unreadable.class);
        assertThat(verdict("7.1", "frame -" + whisper)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                frame: "1               | 3 | quote is opened
                frame: hello            | 3 | a frame is one number
                ~frame: [1, 2]          | 4 | a frame is one number
                ~~frame: [[1]]          | 5 | one answer is wanted
                frame: 1~frame: 2       | 4 | stands here twice
                farme: 1                | 3 | `farme` is not asked for
                frame: &a [1]~b: *a     | 3 | cannot begin with &
                """)
    void namesTheLineOfTheMarkdownThatCannotBeRead(String typed, int line, String what) {
        String sheet =
                "# A sheet\n```answer 7.1\n" + typed.replace('~', '\n') + "\n```\n" + "```answer 7.3\ncount: 2\n```\n";
        Report report = check(sheet);
        assertThat(report.results().getFirst().verdict()).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.line()).isEqualTo(line);
            assertThat(unreadable.what()).contains(what);
        });
        assertThat(report.points())
                .describedAs("the other answer is checked all the same")
                .isEqualTo(1);
    }

    @Test
    void doesNotLetAForgottenFenceSwallowTheAnswersBelow() {
        Report report = check("```answer 7.1\nframe: 1\n\n### Next\n```answer 7.3\ncount: 2\n```\n");
        assertThat(report.points()).isEqualTo(1);
        assertThat(report.results().getFirst().verdict())
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.what()).contains("not closed"));
    }

    @Test
    void refusesToChooseBetweenTwoBlocksOfOneQuestion() {
        String block = "```answer 7.1\nframe: " + whisper + "\n```\n";
        assertThat(first(block + block).verdict())
                .isInstanceOfSatisfying(
                        Unreadable.class, twice -> assertThat(twice.what()).contains("twice"));
    }

    /// They would keep the checker of a whole class busy for hours.
    @ParameterizedTest
    @ValueSource(strings = {"frame: a%sx", "frame: 'a%sx'", "frame:%s\u2028x", "frame: |\n  a%s\n  x"})
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void doesNotReadAnAnswerThatIsLongerThanAny(String answer) {
        assertThat(verdict("7.1", answer.formatted(" ".repeat(200_000))))
                .isEqualTo(new Unreadable(1, "this is far longer than an answer; write only what is asked for"));
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isNotHeldUpByALongLineBeforeTheAnswers() {
        String begins = "```" + " ".repeat(200_000) + "`\n" + "~".repeat(200_000) + "`\n";
        assertThat(AnswerSheet.parse(begins + "```answer 7.1\nframe: 3\n```\n").blocks())
                .hasSize(1);
    }

    @Test
    void takesTheBlockThatIsFilledInWhereABlankOneStandsBesideIt() {
        String filled = "```answer 7.1\nframe: " + whisper + "\n```\n";
        String blank = "```answer 7.1\nframe:\n```\n";
        assertThat(first(filled + blank).verdict()).isInstanceOf(Right.class);
        assertThat(first(blank + filled).verdict()).isInstanceOf(Right.class);
        assertThat(first(blank + blank).verdict()).isInstanceOf(NotAnswered.class);
    }

    @Test
    void readsAnAnswerInAFenceOfItsOwn() {
        String fenced = "```answer 7.1\n```\nframe: " + whisper + "\n```\n```\n";
        Report report = check(fenced + "\n```answer 7.3\ncount: 2\n```\n");
        assertThat(report.points()).isEqualTo(4);
        assertThat(first("```answer 7.1\n```\n\nSome text\n").verdict()).isInstanceOf(NotAnswered.class);
    }

    private Verdict verdict(String id, String typed) {
        return worksheet.verdict(id, typed);
    }

    private Result first(String markdown) {
        return check(markdown).results().getFirst();
    }

    private Report check(String markdown) {
        return worksheet.checkMarkdown(markdown);
    }
}
