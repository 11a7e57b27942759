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
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From roster to grades on the command line, as the instructor's page tells it.
class ClassroomCommandsTest {
    private static final String SHEET = "worksheets/02-eavesdropper.md";
    private static final String CHECK = "worksheets/02-eavesdropper.check.yml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeALab() throws IOException {
        Files.createDirectories(home.resolve("labs/server/data"));
        Files.createDirectories(home.resolve("worksheets"));
        for (String file : new String[] {SHEET, CHECK}) {
            Files.copy(Path.of("..").resolve(file), home.resolve(file));
        }
        System.setProperty("eavesdrop.home", home.toString());
        Files.writeString(home.resolve("roster.csv"), "id,name\nada,Ada\nbob,Bob\n");
    }

    @AfterEach
    void forget() {
        System.clearProperty("eavesdrop.home");
    }

    @Test
    void leadsFromTheRosterToGrades() throws IOException {
        assertThat(run("tickets", at("roster.csv"))).isZero();
        Ticket ada = doTheLab("ada");
        assertThat(run("submit")).isZero();
        assertThat(out.toString()).contains("Ticket ada, worksheets 2:").contains("evidence/dump.pcapng");

        Files.createDirectories(home.resolve("class/in"));
        Files.move(home.resolve("submission-ada.zip"), home.resolve("class/in/submission-ada.zip"));
        assertThat(grade()).isZero();
        assertThat(out.toString())
                .contains("bob: missing · Nothing was handed in.")
                .contains("2 students, 1 submissions (0 unchanged), 1 without remarks");
        assertThat(err.toString()).contains("Checked 1 of 1 (100 %)");
        JsonNode first = JsonMapper.shared()
                .readTree(home.resolve("class/out/class.json").toFile())
                .get("students")
                .get(0);
        assertThat(first.get("points").asInt())
                .isEqualTo(first.get("of").asInt())
                .isPositive();
        assertThat(Files.readString(home.resolve("class/out/students/student-ada.html")))
                .contains(ada.codeword(2, "whisper"))
                .contains("frame.number == ");
    }

    @Test
    void packsNeitherTheSeedNorTheCourseKeyAndTheSameBytesEachTime() throws IOException {
        run("tickets", at("roster.csv"));
        Ticket ada = doTheLab("ada");
        run("submit", "-o", at("one.zip"));
        run("submit", "-o", at("two.zip"));
        assertThat(home.resolve("one.zip")).hasSameBinaryContentAs(home.resolve("two.zip"));
        Map<String, String> files = read(home.resolve("one.zip"));
        assertThat(files).containsOnlyKeys("manifest.json", "evidence/dump.pcapng", SHEET, "progress.yml");
        String key = Files.readString(home.resolve("class/course.key"))
                .lines()
                .toList()
                .getLast();
        assertThat(files.values()).noneMatch(text -> text.contains(ada.seed()) || text.contains(key));
    }

    /// Wireshark can save it so; a grader takes no archive in a zip.
    @Test
    void handsInACaptureThatWasSavedCompressed() throws IOException {
        run("tickets", at("roster.csv"));
        doTheLab("ada");
        Path capture = home.resolve("labs/server/data/dump.pcapng");
        byte[] plain = Files.readAllBytes(capture);
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(capture))) {
            packed.write(plain);
        }
        Files.createDirectories(home.resolve("class/in"));
        assertThat(run("submit", "-o", at("class/in/one.zip"))).isZero();
        assertThat(grade()).isZero();
        assertThat(out.toString()).contains("1 without remarks");
    }

    @Test
    void packsTheRunThatIsNamedAsCheckTakesIt() throws IOException {
        run("tickets", at("roster.csv"));
        doTheLab("ada");
        Path kept = home.resolve("labs/server/data/dump.pcapng");
        Path mine = Files.createDirectories(home.resolve("mine")).resolve("dump.pcapng");
        Files.move(kept, mine);
        PlayedCapture.write(kept, Cast.read(cast(), Ticket.alone("x").codewords(2)));
        assertThat(run("submit", "--capture", mine.toString(), "-o", at("one.zip")))
                .isZero();
        assertThat(read(home.resolve("one.zip")).get("evidence/dump.pcapng"))
                .isEqualTo(Files.readString(mine, StandardCharsets.ISO_8859_1));

        Path other = home.resolve("mine/other.pcapng");
        PlayedCapture.write(
                other,
                Cast.read(
                        Path.of("../labs/scenarios/plain/01.cast"),
                        Ticket.alone("x").codewords(1)));
        run("submit", "--capture", other.toString(), "--dry-run");
        assertThat(err.toString()).contains("No worksheet rests on " + other);
    }

    @Test
    void saysWhatIsMissingBeforeItPacks() throws IOException {
        assertThat(run("submit")).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("You have no ticket").contains("./labw start --student ID");

        run("tickets", at("roster.csv"));
        Files.copy(home.resolve("class/tickets/ticket-ada.yml"), home.resolve("student.yml"));
        assertThat(run("submit")).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("Worksheet 2 is empty").contains("There is nothing to hand in yet");

        fillIn(Map.of(new BlankId("2.1", "frame"), "17"));
        assertThat(run("submit", "--dry-run")).isZero();
        assertThat(err.toString())
                .contains("Worksheet 2 is not answered in full: 2.2 text, 2.3 address")
                .contains(
                        "Worksheet 2 has boxes for your own words that are empty: predict 2.A, predict 2.B, predict 2.C,"
                                + " explain 2.A, explain 2.B, explain 2.C.")
                .contains("Worksheet 2 rests on a capture, and there is none");
        assertThat(home.resolve("submission-ada.zip")).doesNotExist();
    }

    @Test
    void tellsMachinesWhatIsPackedAndWhatIsMissing() throws IOException {
        run("tickets", at("roster.csv"));
        doTheLab("ada");
        Files.writeString(
                home.resolve(SHEET), Files.readString(home.resolve(SHEET)).replaceFirst("frame: \\d+", "frame:"));
        out.getBuffer().setLength(0);
        assertThat(run("submit", "--json", "--dry-run")).isZero();
        JsonNode planned = JsonMapper.shared().readTree(out.toString());
        assertThat(planned.get("file").asString()).isEmpty();
        assertThat(planned.get("missing").get(0).asString())
                .isEqualTo("Worksheet 2 is not answered in full: 2.1 frame.");
        assertThat(home.resolve("submission-ada.zip")).doesNotExist();

        out.getBuffer().setLength(0);
        assertThat(run("submit", "--json")).isZero();
        JsonNode packed = JsonMapper.shared().readTree(out.toString());
        assertThat(packed.get("ticket").asString()).isEqualTo("ada");
        assertThat(packed.get("worksheets").get(0).asInt()).isEqualTo(2);
        assertThat(packed.get("files").get(0).get("path").asString()).isEqualTo("evidence/dump.pcapng");
        assertThat(Path.of(packed.get("file").asString())).exists();
    }

    @Test
    void replacesNothingUnlessAsked() throws IOException {
        run("tickets", at("roster.csv"));
        doTheLab("ada");
        run("submit");
        run("submit");
        assertThat(out.toString()).contains("Nothing has changed since you packed it");
        byte[] first = Files.readAllBytes(home.resolve("submission-ada.zip"));
        fillIn(Map.of(new BlankId("2.1", "frame"), "17"));
        assertThat(run("submit")).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("is there already, with other content");
        assertThat(home.resolve("submission-ada.zip")).hasBinaryContent(first);
        assertThat(run("submit", "--force")).isZero();
    }

    @Test
    void packsTheRunThatTheAnswersRestOnAlsoWhenTheLabWasStartedAgain() throws IOException {
        run("tickets", at("roster.csv"));
        doTheLab("ada");
        Path data = home.resolve("labs/server/data");
        Files.move(data.resolve("dump.pcapng"), data.resolve("dump-2026-11-22T16-03-50Z.pcapng"));
        PlayedCapture.write(
                data.resolve("dump.pcapng"), Cast.read(cast(), Ticket.alone("x").codewords(2)));
        run("submit", "-o", at("one.zip"));
        assertThat(read(home.resolve("one.zip"))).containsKey("evidence/dump-2026-11-22T16-03-50Z.pcapng");
    }

    @Test
    void endsWithAStatusThatTellsWhatCouldNotBeUsed() throws IOException {
        Files.createDirectories(home.resolve("class/in"));
        assertThat(grade()).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("There is no course key").contains("--home-made");
        run("tickets", at("roster.csv"));
        assertThat(grade()).isZero();
        Files.createFile(home.resolve("class/in/submission-bob.zip"));
        assertThat(grade()).isEqualTo(ExitStatus.FILE.code());
        assertThat(out.toString()).contains("bob: empty · The file is empty (0 bytes).");
        assertThat(run("grade", at("class/in"), "--roster", at("roster.csv"), "--out", at("o"), "--worksheets", "2,7"))
                .isEqualTo(ExitStatus.USAGE.code());
        assertThat(err.toString()).contains("There is no worksheet 7");
        assertThat(run("grade", at("nowhere"), "--roster", at("roster.csv"), "--out", at("o")))
                .isEqualTo(ExitStatus.FILE.code());
        assertThat(run("grade", at("class/in"), "--roster", at("roster.csv"), "--out", at("o"), "--deadline", "soon"))
                .isEqualTo(ExitStatus.USAGE.code());
        assertThat(run("grade", at("class/in"))).isEqualTo(ExitStatus.USAGE.code());
    }

    private int grade() {
        return run("grade", at("class/in"), "--roster", at("roster.csv"), "--out", at("class/out"));
    }

    /// Takes the ticket that was issued, plays the lab's conversation, and answers all rightly.
    private Ticket doTheLab(String id) throws IOException {
        Files.copy(home.resolve("class/tickets/ticket-" + id + ".yml"), home.resolve("student.yml"));
        Ticket ticket = Ticket.read(home.resolve("student.yml"));
        Path capture = home.resolve("labs/server/data/dump.pcapng");
        PlayedCapture.write(capture, Cast.read(cast(), ticket.codewords(2)));
        CheckFile check = CheckFile.read(home.resolve(CHECK), ticket.codewords(2));
        fillIn(AnswerKey.of(check, CaptureEvidence.read(capture, Optional.empty()))
                .right());
        run("hint", "2.1");
        return ticket;
    }

    private static Path cast() {
        return Path.of("../labs/scenarios/plain/02.cast");
    }

    private void fillIn(Map<BlankId, String> answers) throws IOException {
        String blank = AnswerSheet.read(Path.of("..").resolve(SHEET)).text();
        Files.writeString(home.resolve(SHEET), FilledIn.markdown(blank, answers));
    }

    private static Map<String, String> read(Path zip) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                files.put(entry.getName(), new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private String at(String name) {
        return home.resolve(name).toString();
    }

    private int run(String... arguments) {
        return Main.run(new Console(new PrintWriter(out, true), new PrintWriter(err, true), false), arguments);
    }
}
