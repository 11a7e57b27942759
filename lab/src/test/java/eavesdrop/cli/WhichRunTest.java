package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.testing.PlayedCapture;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `check` where the lab was started again since a worksheet was filled in: whatever run it takes, it says so.
class WhichRunTest {
    private static final String SHEET = "worksheets/02-eavesdropper.md";
    private static final String CHECK = "worksheets/02-eavesdropper.check.yml";
    private static final Ticket GUEST = Ticket.guest();
    private static final BlankId FRAME = new BlankId("2.1", "frame");
    private static final BlankId PORT = new BlankId("2.7", "port");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fillInAfterLab2() throws IOException {
        System.setProperty("eavesdrop.home", home.toString());
        Files.createDirectories(home.resolve("worksheets"));
        Files.createDirectories(data());
        Files.copy(Path.of("..", SHEET), home.resolve(SHEET));
        Files.copy(Path.of("..", CHECK), home.resolve(CHECK));
        PlayedCapture.write(newest(), cast(2));
        answer(rightAnswers());
    }

    @AfterEach
    void forgetTheLab() {
        System.clearProperty("eavesdrop.home");
    }

    @Test
    void saysNothingOfRunsWhileTheNewestIsTheOne() {
        assertThat(run("check", "2")).isZero();
        assertThat(out.toString()).contains("30 of 30 points").doesNotContain("run");
    }

    @Test
    void takesTheRunOfTheLabWhenAnotherLabWasPlayedSince() throws IOException {
        setAside("2026-11-22T16-03-50Z");
        PlayedCapture.write(newest(), cast(1));
        assertThat(run("check", "2")).isZero();
        assertThat(out.toString())
                .contains("In the newest run (dump.pcapng) nobody held the conversation of lab 2.")
                .contains("against the older run: dump-2026-11-22T16-03-50Z.pcapng.")
                .contains("For the newest: ./labw check 2 --capture " + newest())
                .contains("30 of 30 points");
    }

    @Test
    void namesTheScenarioOfTheNewestRun() throws IOException {
        setAside("2026-11-22T16-03-50Z");
        PlayedCapture.write(newest(), cast(1));
        logOf("mallory");
        assertThat(run("check", "2")).isZero();
        assertThat(out.toString())
                .contains("The newest run (dump.pcapng) is one of the scenario mallory; worksheet 2 is about plain.")
                .contains("against the older run: dump-2026-11-22T16-03-50Z.pcapng.");
    }

    @Test
    void judgesNothingWhenNoRunOfTheLabIsKept() throws IOException {
        Files.delete(newest());
        PlayedCapture.write(newest(), cast(1));
        logOf("mallory");
        assertThat(run("check", "2")).isEqualTo(ExitStatus.FILE.code());
        assertThat(out.toString())
                .contains("No run of that is kept, so nothing can be checked.")
                .contains("Start it with './labw up', then './labw play 2'")
                .containsPattern("\\? 2\\.1 frame +cannot be checked")
                .doesNotContain("✗")
                .doesNotContain("✓");
    }

    @Test
    void takesTheRunThatTheAnswersFitWhenTheSameLabRanAgain() throws IOException {
        setAside("2026-11-22T16-03-50Z");
        PlayedCapture.write(newest(), later());
        assertThat(run("check", "2")).isZero();
        assertThat(out.toString())
                .containsPattern("The answers fit an older run better: 30 points there, \\d+ with the newest")
                .contains("against the older run: dump-2026-11-22T16-03-50Z.pcapng.");
    }

    @Test
    void keepsToTheNewestWhenAnOlderRunFitsNoBetter() throws IOException {
        PlayedCapture.write(data().resolve("dump-2026-11-21T16-03-50Z.pcapng"), later());
        String sheet = Files.readString(home.resolve(SHEET)).replaceFirst("frame: \\d+", "frame: 1");
        Files.writeString(home.resolve(SHEET), sheet);
        assertThat(run("check", "2")).isEqualTo(ExitStatus.WRONG.code());
        assertThat(out.toString()).contains("28 of 30 points").doesNotContain("older run");
    }

    @Test
    void keepsToTheNewestWhenOneWrongAnswerHappensToFitAnOlderRun() throws IOException {
        Map<BlankId, String> older = rightAnswers();
        setAside("2026-11-22T16-03-50Z");
        PlayedCapture.write(newest(), later());
        answer(Map.of(FRAME, answerOf(older, FRAME)));
        assertThat(run("check", "2")).isEqualTo(ExitStatus.WRONG.code());
        assertThat(out.toString())
                .containsPattern("✗ 2\\.1 frame +wrong")
                .contains(
                        "2.1 frame is right with an older run, dump-2026-11-22T16-03-50Z.pcapng. If you looked at that"
                                + " one: ./labw check 2 --capture "
                                + data().resolve("dump-2026-11-22T16-03-50Z.pcapng"))
                .doesNotContain("checked against the older run");
    }

    @Test
    void saysNothingOfAnOlderRunWhenOtherAnswersFitOnlyTheNewest() throws IOException {
        Map<BlankId, String> older = rightAnswers();
        setAside("2026-11-22T16-03-50Z");
        PlayedCapture.write(newest(), later());
        answer(Map.of(FRAME, answerOf(older, FRAME), PORT, answerOf(rightAnswers(), PORT)));
        assertThat(run("check", "2")).isEqualTo(ExitStatus.WRONG.code());
        assertThat(out.toString()).contains("2.1 frame").doesNotContain("older run");
    }

    @Test
    void takesTheOlderRunForTwoAnswersThatFitOnlyThere() throws IOException {
        Map<BlankId, String> older = rightAnswers();
        setAside("2026-11-22T16-03-50Z");
        PlayedCapture.write(newest(), later());
        answer(Map.of(FRAME, answerOf(older, FRAME), PORT, answerOf(older, PORT)));
        assertThat(run("check", "2")).isEqualTo(ExitStatus.WRONG.code());
        assertThat(out.toString())
                .contains("against the older run: dump-2026-11-22T16-03-50Z.pcapng.")
                .containsPattern("✓ 2\\.1 frame +right");
    }

    @Test
    void keepsToTheNewestOfAnotherScenarioWhenTheAnswersFitIt() throws IOException {
        setAside("2026-11-22T16-03-50Z");
        PlayedCapture.write(newest(), later());
        logOf("mallory");
        answer(rightAnswers());
        assertThat(run("check", "2")).isZero();
        assertThat(out.toString()).contains("30 of 30 points").doesNotContain("older run");
    }

    @Test
    void keepsToTheRunThatIsNamed() throws IOException {
        setAside("2026-11-22T16-03-50Z");
        PlayedCapture.write(newest(), cast(1));
        assertThat(run("check", "2", "--capture", newest().toString())).isEqualTo(ExitStatus.FILE.code());
        assertThat(out.toString()).doesNotContain("older run").contains("cannot be checked");
    }

    @Test
    void tellsMachinesToo() throws IOException {
        setAside("2026-11-22T16-03-50Z");
        PlayedCapture.write(newest(), cast(1));
        assertThat(run("check", "2", "--json")).isZero();
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.get("capture").asString()).endsWith("dump-2026-11-22T16-03-50Z.pcapng");
        assertThat(report.get("notes").get(0).asString()).contains("checked against the older run");
    }

    /// What is right with the newest run.
    private Map<BlankId, String> rightAnswers() {
        CheckFile check = CheckFile.read(home.resolve(CHECK), GUEST.codewords(2));
        return AnswerKey.of(check, CaptureEvidence.read(newest(), Optional.empty()))
                .right();
    }

    private static String answerOf(Map<BlankId, String> answers, BlankId id) {
        return Objects.requireNonNull(answers.get(id));
    }

    /// These and no others.
    private void answer(Map<BlankId, String> answers) throws IOException {
        String blank = AnswerSheet.read(Path.of("..", SHEET)).text();
        Files.writeString(home.resolve(SHEET), FilledIn.markdown(blank, answers));
    }

    private int run(String... arguments) {
        return Main.run(new Console(new PrintWriter(out, true), new PrintWriter(err, true), false), arguments);
    }

    private Path data() {
        return home.resolve("labs/server/data");
    }

    private Path newest() {
        return data().resolve("dump.pcapng");
    }

    private void setAside(String stamp) throws IOException {
        Files.move(newest(), data().resolve("dump-" + stamp + ".pcapng"));
    }

    /// The log of a run that has just begun.
    private void logOf(String scenario) throws IOException {
        String started =
                "{\"time\":\"2026-11-22T17:00:00Z\",\"seq\":1,\"event\":\"started\",\"port\":12345,\"scenario\":\"";
        Files.writeString(data().resolve("operator.jsonl"), started + scenario + "\"}\n");
    }

    private static Cast cast(int lab) {
        return Cast.read(Path.of("../labs/scenarios/plain/0" + lab + ".cast"), GUEST.codewords(lab));
    }

    /// The conversation of lab 2 with a word before it: every frame has another number.
    private static Cast later() {
        List<Cast.Utterance> said = new ArrayList<>(cast(2).utterances());
        said.addFirst(new Cast.Utterance("alice", "Once more."));
        return new Cast(said);
    }
}
