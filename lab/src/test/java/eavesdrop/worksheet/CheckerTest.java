package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.CannotCheck;
import eavesdrop.worksheet.Verdict.NotAnswered;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Unreadable;
import eavesdrop.worksheet.Verdict.Wrong;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One small conversation, one small worksheet, and what becomes of what people write.
class CheckerTest {
    private static final String CHECK_FILE = """
            worksheet: 7
            title: A test
            lines:
              whisper: {called: The whisper, sent-by: client, starts: "TELL bob ", contains: "${whisper}"}
              copy: {called: The copy, sent-by: server, starts: "TOLD alice ", contains: "${whisper}"}
              secret: {called: The secret, contains: "${whisper}", which: any}
            questions:
              7.1:
                points: 3
                filter: tcp.len > 0
                hints: [a, b, c]
                frame:
                  expect: {frame-of: whisper}
                  wrong: [{is: {frame-of: copy}, means: That is the copy.}]
              7.2:
                points: 2
                filter: tcp.len > 0
                hints: [a, b, c]
                address: {expect: {address-of: whisper, end: client}}
                port:
                  expect: {port-of: whisper, end: client}
                  wrong: [{is: {port-of: whisper, end: server}, means: Swapped.}]
              7.3:
                points: 1
                filter: tcp.len > 0
                hints: [a, b, c]
                count: {expect: {copies-of: secret}}
              7.4:
                points: 1
                filter: tcp.len > 0
                hints: [a, b, c]
                flags: {expect: {flags-of: whisper}}
              7.5:
                points: 1
                filter: tcp.len > 0
                hints: [a, b, c]
                offset: {expect: {offset-in: whisper, text: "${whisper}"}}
              7.6:
                points: 1
                filter: tcp.len > 0
                hints: [a, b, c]
                text: {expect: [{word-in: whisper, text: "${whisper}"}, {text-of: whisper}]}
            """;

    private static final CheckFile CHECK =
            CheckFile.parse(CHECK_FILE, Map.of("whisper", "amber-otter-42"), "07.check.yml");

    private final PlayedLab lab = PlayedLab.inContainers("alice", "bob")
            .toServer("alice", "SAY hello")
            .toClient("bob", "SAID alice hello")
            .toServer("alice", "TELL bob the word is amber-otter-42")
            .toClient("bob", "TOLD alice the word is amber-otter-42");
    private final int whisper = lab.frameOf("TELL bob the word is amber-otter-42");
    private final int copy = lab.frameOf("TOLD alice the word is amber-otter-42");

    @Test
    void restsARightAnswerOnItsFrame() {
        Result result = first("```answer 7.1\nframe: " + whisper + "\n```\n");
        assertThat(result.verdict()).isEqualTo(new Right("", List.of(whisper)));
        assertThat(result.filter()).isEqualTo("frame.number == " + whisper);
        assertThat(result.points()).isEqualTo(3);
    }

    @Test
    void saysWhatAUsualMistakeIs() {
        assertThat(verdict("7.1", "frame: " + copy)).isEqualTo(new Wrong("That is the copy.", List.of(copy)));
    }

    /// Client and copy have the same count here; nobody can tell which of the two was counted.
    @Test
    void saysEachUsualMistakeThatAnAnswerCanComeFrom() {
        String file = CHECK_FILE.replace(
                "count: {expect: {copies-of: secret}}",
                "count: {expect: {copies-of: secret}, wrong: [{is: {copies-of: whisper}, means: You saw one.},"
                        + " {is: {copies-of: copy}, means: You saw the other.}]}");
        CheckFile check = CheckFile.parse(file, Map.of("whisper", "amber-otter-42"), "07.check.yml");
        assertThat(new Checker(check, lab).check(sheet("7.3", "count: 1")).results())
                .extracting(Result::verdict)
                .contains(new Wrong("You saw one. Or: You saw the other.", List.of()));
    }

    @Test
    void tellsARetransmissionFromTheFirst() {
        int again = lab.retransmit(whisper);
        assertThat(meaning("7.1", "frame: " + again)).startsWith("That is a retransmission");
        assertThat(verdict("7.1", "frame: " + whisper)).isInstanceOf(Right.class);
    }

    @Test
    void saysWhatAWrongFrameIs() {
        assertThat(meaning("7.1", "frame: 1")).contains("no data", "[SYN]");
        assertThat(meaning("7.1", "frame: 4000")).contains("no TCP frame 4000");
        assertThat(meaning("7.1", "frame: 4000000000")).contains("no TCP frame 4000000000");
        long wrapped = (1L << 32) + 1;
        assertThat(meaning("7.1", "frame: " + wrapped)).contains("no TCP frame " + wrapped);
        assertThat(meaning("7.1", "frame: 0")).contains("no TCP frame 0");
        assertThat(meaning("7.1", "frame: " + lab.frameOf("SAY hello"))).contains("something else");
    }

    @Test
    void givesPartOfThePoints() {
        Report report = check("```answer 7.2\naddress: 172.18.0.3\nport: 12345\n```\n");
        assertThat(report.points()).isEqualTo(1);
        assertThat(meaning("7.2", "address: 172.18.0.3\nport: 12345", "port")).isEqualTo("Swapped.");
        assertThat(meaning("7.2", "port: 40007", "port")).contains("another connection");
        assertThat(meaning("7.2", "port: 1", "port")).contains("No frame");
        assertThat(meaning("7.2", "address: 172.18.0.2", "address")).contains("somebody else");
        assertThat(meaning("7.2", "address: 192.0.2.1", "address")).contains("No frame");
    }

    @Test
    void acceptsEachCountThatAnHonestLookCanGive() {
        assertThat(verdict("7.3", "count: 2")).isEqualTo(new Right("", List.of(whisper, copy)));
        lab.retransmit(lab.frameOf("SAID alice hello"));
        assertThat(verdict("7.3", "count: 3")).isInstanceOf(Wrong.class);
        lab.retransmit(copy);
        assertThat(verdict("7.3", "count: 2")).isInstanceOf(Right.class);
        assertThat(verdict("7.3", "count: 3"))
                .isInstanceOfSatisfying(
                        Right.class, right -> assertThat(right.because()).contains("retransmissions"));
        assertThat(verdict("7.3", "count: 4")).isInstanceOf(Wrong.class);
    }

    @Test
    void acceptsFramesAndLinesWhereLinesShareAFrame() {
        lab.toClientTogether("bob", "SAID alice amber-otter-42", "SAID alice amber-otter-42!");
        assertThat(verdict("7.3", "count: 4")).isInstanceOf(Right.class);
        assertThat(verdict("7.3", "count: 3"))
                .isInstanceOfSatisfying(
                        Right.class, right -> assertThat(right.because()).contains("share"));
        assertThat(verdict("7.3", "count: 2")).isInstanceOf(Wrong.class);
    }

    @Test
    void acceptsEveryFrameOfALineThatCrossesFrames() {
        PlayedLab split =
                PlayedLab.onOneMachine("alice", "bob").toServer("alice", "TELL bob amber-otter-42" + "x".repeat(2000));
        int begins = split.lines().getLast().frames().getFirst();
        int goesOn = split.lines().getLast().frames().getLast();
        Checker checker = new Checker(CHECK, split);
        assertThat(goesOn).isEqualTo(begins + 1);
        assertThat(checker.check(sheet("7.1", "frame: " + begins)).points()).isEqualTo(3);
        assertThat(checker.check(sheet("7.1", "frame: " + goesOn)).points()).isEqualTo(3);
        assertThat(checker.check(sheet("7.1", "frame: " + (goesOn + 1))).points())
                .isZero();
    }

    @Test
    void saysWhetherBitsAreTooManyOrTooFew() {
        assertThat(meaning("7.4", "flags: [PSH]")).contains("missing");
        assertThat(meaning("7.4", "flags: [PSH, ACK, FIN]")).contains("too much");
        assertThat(meaning("7.4", "flags: [SYN, ACK]")).contains("Not all");
        assertThat(verdict("7.4", "flags: ack + psh")).isInstanceOf(Right.class);
    }

    @Test
    void saysWhatAWrongOffsetCounts() {
        int offset = 54 + "TELL bob the word is ".length();
        assertThat(verdict("7.5", "offset: " + offset)).isInstanceOf(Right.class);
        assertThat(verdict("7.5", "offset: 0x%x".formatted(offset))).isInstanceOf(Right.class);
        assertThat(verdict("7.5", "offset: 00%x".formatted(offset))).isInstanceOf(Right.class);
        assertThat(meaning("7.5", "offset: " + Integer.toHexString(offset).replaceAll("[a-f]", "")))
                .doesNotContain("" + offset);
        assertThat(meaning("7.5", "offset: " + (offset + 1))).contains("the offset 0, not 1");
        assertThat(meaning("7.5", "offset: " + (offset - 54))).contains("start of the TCP payload");
        assertThat(meaning("7.5", "offset: 20")).contains("headers");
        assertThat(meaning("7.5", "offset: 90")).contains("something else");
    }

    @Test
    void countsAnOffsetInBytesNotInLetters() {
        PlayedLab wide = PlayedLab.inContainers("alice", "bob").toServer("alice", "TELL bob 漢字🔑 amber-otter-42");
        Report report = new Checker(CHECK, wide).check(sheet("7.5", "offset: " + (54 + 9 + 3 + 3 + 4 + 1)));
        assertThat(report.points()).isEqualTo(1);
    }

    @Test
    void acceptsTheCodewordOrTheWholeWhisper() {
        assertThat(verdict("7.6", "text: AMBER-otter-42")).isInstanceOf(Right.class);
        assertThat(verdict("7.6", "text: the word is amber-otter-42")).isInstanceOf(Right.class);
        assertThat(meaning("7.6", "text: hello")).contains("not what is asked for");
        assertThat(meaning("7.6", "text: calm-fox-11")).contains("nowhere");
        assertThat(meaning("7.6", "text: amber-otter")).contains("only a part");
    }

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
        assertThat(verdict("7.2", written, "port")).isInstanceOf(Right.class);
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
    void saysWhichBlocksItDidNotCheck() {
        Report report = check("```answer 9.9\nframe: 1\n```\n");
        assertThat(report.notes())
                .contains("Line 1: worksheet 7 has no question 9.9, so this block was not checked.")
                .contains("The answer block 7.1 is not in the worksheet any more.");
    }

    @Test
    void keepsGuessesAndExplanations() {
        Report report = check("```predict 7.A\nBob\nand I\n```\n```explain 7.B\n\n```\n");
        assertThat(report.kept()).containsExactly(new Report.Kept(AnswerSheet.Purpose.PREDICT, "7.A", "Bob\nand I"));
    }

    @Test
    void doesNotScoreWhatTheCaptureCannotShow() {
        Checker checker = new Checker(CHECK, PlayedLab.inContainers("alice", "bob"));
        Report report = checker.check(sheet("7.1", "frame: 3"));
        assertThat(report.points()).isZero();
        assertThat(report.results().getFirst().verdict())
                .isInstanceOfSatisfying(
                        CannotCheck.class,
                        missing -> assertThat(missing.missing())
                                .contains("The whisper is not in this capture")
                                .contains("./labw play"));
    }

    /// What the student was to type is not missing because of the ticket that was played.
    @Test
    void saysTheRemedyOfTheCheckFileWhereItHasOne() {
        String file = CHECK_FILE.replaceFirst(
                "(called: The whisper, .*)}", "$1, remedy: Say it yourself with the word of your ticket.}");
        CheckFile expected = CheckFile.parse(file, Map.of("whisper", "calm-fox-17"), "07.check.yml");
        Report report = new Checker(expected, lab).check(sheet("7.1", "frame: " + whisper));
        assertThat(report.results().getFirst().verdict())
                .isInstanceOfSatisfying(
                        CannotCheck.class,
                        missing -> assertThat(missing.missing())
                                .isEqualTo(
                                        "The whisper is not in this capture. Say it yourself with the word of your ticket."));
    }

    @Test
    void saysThatAnotherTicketWasPlayed() {
        CheckFile other = CheckFile.parse(CHECK_FILE, Map.of("whisper", "calm-fox-17"), "07.check.yml");
        Report report = new Checker(other, lab).check(sheet("7.1", "frame: " + whisper));
        assertThat(report.results().getFirst().verdict())
                .isInstanceOfSatisfying(
                        CannotCheck.class,
                        missing -> assertThat(missing.missing())
                                .contains("another ticket")
                                .doesNotContain("amber"));
    }

    /// Who captured with a snap length must not read that somebody else's ticket was played.
    @Test
    void saysThatTheLineWasNotCapturedWhole() {
        PlayedLab cut = PlayedLab.inContainers("alice", "bob")
                .toServer("alice", "TELL bob the word is amber-otter-42")
                .withoutTheEnd("-otter-42");
        Report report = new Checker(CHECK, cut)
                .check(sheet("7.1", "frame: " + cut.frames().size()));
        assertThat(report.results().getFirst().verdict())
                .isInstanceOfSatisfying(
                        CannotCheck.class,
                        missing -> assertThat(missing.missing())
                                .contains("bytes of it are missing")
                                .doesNotContain("ticket"));
    }

    @Test
    void doesNotSendAnybodyToAQuestionThatCannotBeChecked() {
        String file = CHECK_FILE.replaceFirst("(?s)(7\\.4:.*?points: 1)", "$1\n    after: [7.1, 7.6]");
        PlayedLab silent = PlayedLab.inContainers("alice", "bob").toServer("alice", "SAY hello");
        Checker checker = new Checker(
                CheckFile.parse(
                        file.replace("flags-of: whisper", "flags-of: hello")
                                .replace("lines:", "lines:\n  hello: {called: Hello, contains: hello, which: any}"),
                        Map.of("whisper", "amber-otter-42"),
                        "07.check.yml"),
                silent);
        AnswerSheet sheet = AnswerSheet.parse(
                "```answer 7.1\nframe: 3\n```\n```answer 7.4\nflags: ACK\n```\n```answer 7.6\ntext: a\n```\n");
        assertThat(checker.check(sheet).results())
                .filteredOn(result -> result.id().question().equals("7.4"))
                .extracting(Result::verdict)
                .containsExactly(new CannotCheck("This builds on 7.1 or 7.6, which cannot be checked."));
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
        return verdict(
                id, typed, CHECK.question(id).orElseThrow().blanks().getFirst().name());
    }

    private Verdict verdict(String id, String typed, String blank) {
        return new Checker(CHECK, lab)
                .check(sheet(id, typed)).results().stream()
                        .filter(result -> result.id().equals(new BlankId(id, blank)))
                        .findFirst()
                        .orElseThrow()
                        .verdict();
    }

    private String meaning(String id, String typed) {
        return ((Wrong) verdict(id, typed)).means();
    }

    private String meaning(String id, String typed, String blank) {
        return ((Wrong) verdict(id, typed, blank)).means();
    }

    private static AnswerSheet sheet(String id, String typed) {
        return AnswerSheet.parse("```answer " + id + "\n" + typed + "\n```\n");
    }

    private Result first(String markdown) {
        return check(markdown).results().getFirst();
    }

    private Report check(String markdown) {
        return new Checker(CHECK, lab).check(AnswerSheet.parse(markdown));
    }
}
