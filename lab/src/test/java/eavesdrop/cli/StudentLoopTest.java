package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.classroom.Progress;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.testing.PlayedCapture;
import eavesdrop.testing.Until;
import eavesdrop.worksheet.AnswerKey;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.BlankId;
import eavesdrop.worksheet.Cast;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.FilledIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the kit keeps of a student's way, and what it hides until worksheet 2 is right.
class StudentLoopTest {
    private static final String SHEET = "worksheets/02-eavesdropper.md";
    private static final String CHECK = "worksheets/02-eavesdropper.check.yml";
    private static final Ticket TICKET = Ticket.alone("ada");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void playALab() throws IOException {
        System.setProperty("eavesdrop.home", home.toString());
        Files.createDirectories(home.resolve("worksheets"));
        Files.createDirectories(home.resolve("labs/server/data"));
        Files.copy(Path.of("..", SHEET), home.resolve(SHEET));
        Files.copy(Path.of("..", CHECK), home.resolve(CHECK));
        run("start", "--student", "ada");
        PlayedCapture.write(capture(), Cast.read(Path.of("../labs/scenarios/plain/02.cast"), TICKET.codewords(2)));
    }

    @AfterEach
    void forgetTheLab() {
        System.clearProperty("eavesdrop.home");
    }

    @Test
    void theOwnCodewordsAreBlackUntilWorksheet2IsRight() throws IOException {
        String whisper = TICKET.codeword(2, "whisper");
        assertThat(said("reveal")).contains("whispers", "█████", "--spoil").doesNotContain(whisper);
        assertThat(said("reveal", "--json"))
                .contains("TELL bob", "\"codewordsHidden\" : true")
                .doesNotContain(whisper);
        fillIn(key().right());
        run("check", "2");
        assertThat(said("reveal")).contains(whisper).doesNotContain("█████");
        assertThat(Progress.read(home.resolve("progress.yml")).spoiled()).isZero();
    }

    @Test
    void nothingIsPrintedAsJsonWhenTheTicketCannotBeRead() throws IOException {
        Files.writeString(home.resolve("student.yml"), "student: [");
        assertThat(run("reveal", "--json")).isEqualTo(ExitStatus.FILE.code());
        assertThat(shown()).contains("student.yml").doesNotContain("\"lines\"");
    }

    @Test
    void spoilShowsThemAndIsKeptLikeAHint() {
        assertThat(said("reveal", "--spoil")).contains(TICKET.codeword(2, "whisper"));
        assertThat(Progress.read(home.resolve("progress.yml")).spoiled()).isEqualTo(1);
        assertThat(said("status", "--topology", "local")).contains("reveal --spoil, 1 time\n");
    }

    @Test
    void statusShowsTheBestResultAndTheHints() throws IOException {
        run("hint", "2.1");
        run("hint", "2.1");
        fillIn(key().withFalsified(new BlankId("2.1", "frame")));
        run("check", "2");
        fillIn(Map.of(new BlankId("2.1", "frame"), "1"));
        run("check", "2");
        assertThat(said("status", "--topology", "local")).contains("worksheet 2     93 % at best, 2 hints taken");
    }

    @Test
    void hintsAndFiltersNameThePortOfTheLab() throws IOException {
        run("hint", "2.6");
        assertThat(said("hint", "2.6")).contains("source port 12345").doesNotContain("22445");
        Files.writeString(home.resolve("labs/server/data/operator.jsonl"), """
                {"time":"2026-11-22T16:03:50.123456Z","seq":1,"event":"started","port":22445,"scenario":"plain"}
                """);

        assertThat(said("hint", "2.6")).contains("source port 22445").doesNotContain("12345");
        fillIn(Map.of(new BlankId("2.1", "frame"), "1"));
        assertThat(said("check", "2")).contains("tcp.dstport == 22445 && tcp.len > 0");
    }

    @Test
    void aCheckOfSomebodyElsesFilesIsNoProgressOfOnesOwn() throws IOException {
        fillIn(key().right());
        run("check", "2", "--capture", capture().toString());
        assertThat(home.resolve("progress.yml")).doesNotExist();
    }

    @Test
    void watchChecksAgainWhenTheWorksheetChangesAndEndsWhenAllIsRight() throws Exception {
        CompletableFuture<Integer> watching = CompletableFuture.supplyAsync(() -> run("check", "2", "--watch"));
        Until.holds("the blank worksheet was checked", () -> shown().contains("0 %, 0 of 30"), this::shown);
        fillIn(key().withFalsified(new BlankId("2.2", "text")));
        Until.holds("the change was seen", () -> shown().contains("93 %, 28 of 30"), this::shown);
        Files.writeString(home.resolve(SHEET), "\0");
        Until.holds("an unusable file was said", () -> shown().contains("not a text file"), this::shown);
        Files.copy(Path.of("..", SHEET), home.resolve(SHEET), StandardCopyOption.REPLACE_EXISTING);
        fillIn(key().right());
        assertThat(watching.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(shown()).contains("100 %, 30 of 30 points: all right");
    }

    private String shown() {
        return out.toString();
    }

    private String said(String... arguments) {
        out.getBuffer().setLength(0);
        run(arguments);
        return out.toString();
    }

    private int run(String... arguments) {
        PrintWriter both = new PrintWriter(out, true);
        return Main.run(new Console(both, both, false), arguments);
    }

    private Path capture() {
        return home.resolve("labs/server/data/dump.pcapng");
    }

    private AnswerKey key() {
        CheckFile check = CheckFile.read(home.resolve(CHECK), TICKET.codewords(2));
        return AnswerKey.of(check, CaptureEvidence.read(capture(), Optional.empty()));
    }

    private void fillIn(Map<BlankId, String> answers) throws IOException {
        String sheet = AnswerSheet.read(home.resolve(SHEET)).text();
        Files.writeString(home.resolve(SHEET), FilledIn.markdown(sheet, answers));
    }
}
