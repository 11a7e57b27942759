package eavesdrop.worksheet;

import static eavesdrop.worksheet.SmallWorksheet.CHECK;
import static eavesdrop.worksheet.SmallWorksheet.CHECK_FILE;
import static eavesdrop.worksheet.SmallWorksheet.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.CannotCheck;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Wrong;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One small conversation, one small worksheet, and what becomes of an answer to it.
class VerdictsTest {
    private final SmallWorksheet worksheet = new SmallWorksheet();
    private final PlayedLab lab = worksheet.lab;
    private final int whisper = worksheet.whisper;
    private final int copy = worksheet.copy;

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
        CheckFile check = SmallWorksheet.check(file);
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
        assertThat(meaning("7.1", "frame: 4000"))
                .contains("no TCP frame 4000. Its last one is " + lab.frames().size());
        assertThat(meaning("7.1", "frame: 4000000000")).contains("no TCP frame 4000000000");
        long wrapped = (1L << 32) + 1;
        assertThat(meaning("7.1", "frame: " + wrapped)).contains("no TCP frame " + wrapped);
        assertThat(meaning("7.1", "frame: 0")).contains("no TCP frame 0");
        assertThat(meaning("7.1", "frame: " + lab.frameOf("SAY hello")))
                .isEqualTo("Frame " + lab.frameOf("SAY hello")
                        + " carries a line with the command SAY from a client to the server.");
        assertThat(meaning("7.1", "frame: " + lab.frameOf("SAID alice hello")))
                .isEqualTo("Frame " + lab.frameOf("SAID alice hello")
                        + " carries a line with the command SAID from the server to a client,"
                        + " in another connection than the one that is asked for.");
        assertThat(meaning("7.1", "frame: 40000")).isEqualTo("The capture has no TCP frame 40000. That is a port.");
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
    void saysThatOnlyTheCaseOfAKeyDiffers() {
        String key = "-8kofz_jLGZNP3zx-eRe1y3C98DwSWVbnAKZVK-F6XI";
        PlayedLab keys = PlayedLab.inContainers("alice").toServer("alice", "KEY " + key);
        CheckFile check = SmallWorksheet.check(CHECK_FILE
                .replace(
                        "7.6:",
                        "7.7:\n    points: 1\n    filter: tcp\n"
                                + "    hints: [a, b, c]\n    text: {expect: {text-of: key}}\n  7.6:")
                .replace("lines:", "lines:\n  key: {called: The key, starts: \"KEY \"}"));
        assertThat(new Checker(check, keys)
                        .check(sheet("7.7", "text: " + key.toLowerCase(Locale.ROOT)))
                        .results())
                .extracting(Result::verdict)
                .contains(new Wrong("Capital and small letters count here, and some of them differ.", List.of()));
    }

    @Test
    void acceptsTheCodewordOrTheWholeWhisper() {
        assertThat(verdict("7.6", "text: AMBER-otter-42")).isInstanceOf(Right.class);
        assertThat(verdict("7.6", "text: the word is amber-otter-42")).isInstanceOf(Right.class);
        assertThat(meaning("7.6", "text: hello")).contains("not what is asked for");
        assertThat(meaning("7.6", "text: calm-fox-11")).contains("nowhere");
        assertThat(meaning("7.6", "text: amber-oter-42")).startsWith("Nearly that text is in your capture");
        assertThat(meaning("7.6", "text: amber-otter")).contains("only a part");
    }

    @Test
    void saysWhichBlocksItDidNotCheck() {
        Report report = check("```answer 9.9\nframe: 1\n```\n```answer 7.2\nport:\n```\n");
        assertThat(report.notes())
                .contains("Line 1: worksheet 7 has no question 9.9, so this block was not checked.")
                .contains("The answer block 7.1 is not in the worksheet any more.");
    }

    /// As after a detour through a word processor.
    @Test
    void saysOnceThatNoBlockIsThere() {
        assertThat(check("\\`\\`\\`answer 7.1\nframe: 1\n").notes())
                .singleElement()
                .asString()
                .contains("No answer block of worksheet 7 is in this file", "```answer 7.1");
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
                .containsExactly(
                        new CannotCheck("This is marked only when 7.1 or 7.6 is right, and that cannot be checked."));
    }

    private Verdict verdict(String id, String typed) {
        return worksheet.verdict(id, typed);
    }

    private String meaning(String id, String typed) {
        return ((Wrong) verdict(id, typed)).means();
    }

    private String meaning(String id, String typed, String blank) {
        return ((Wrong) worksheet.verdict(id, typed, blank)).means();
    }

    private Result first(String markdown) {
        return check(markdown).results().getFirst();
    }

    private Report check(String markdown) {
        return worksheet.checkMarkdown(markdown);
    }
}
