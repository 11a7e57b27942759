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
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The student's loop on the command line: start, hint, check. The lab is a folder of its own.
class CheckCommandTest {
    private static final String SHEET = "worksheets/02-eavesdropper.md";
    private static final String CHECK = "worksheets/02-eavesdropper.check.yml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeALab() throws IOException {
        System.setProperty("eavesdrop.home", home.toString());
        Files.createDirectories(home.resolve("worksheets"));
        Files.createDirectories(home.resolve("labs/server/data"));
        Files.copy(Path.of("..", SHEET), home.resolve(SHEET));
        Files.copy(Path.of("..", CHECK), home.resolve(CHECK));
    }

    @AfterEach
    void forgetTheLab() {
        System.clearProperty("eavesdrop.home");
    }

    @Test
    void makesATicketAndDoesNotOverwriteIt() throws IOException {
        Path ticket = home.resolve("student.yml");
        assertThat(run("start", "--student", "ada")).isZero();
        assertThat(Ticket.read(ticket)).isEqualTo(Ticket.alone("ada"));
        assertThat(run("start", "--student", "bob")).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("There is a ticket already").contains("--force");
        assertThat(Ticket.read(ticket)).isEqualTo(Ticket.alone("ada"));
        assertThat(run("start", "--student", "bob", "--force")).isZero();
        assertThat(Ticket.read(ticket)).isEqualTo(Ticket.alone("bob"));
        assertThat(run("start", "--student", "not an id", "--force")).isEqualTo(ExitStatus.USAGE.code());
        assertThat(run("start")).isEqualTo(ExitStatus.USAGE.code());
        assertThat(run("start", "--student", "your-id", "--force")).isEqualTo(ExitStatus.USAGE.code());
        assertThat(err.toString()).contains("YOUR-ID stands for your own ID");
    }

    @Test
    void scoresRightAnswersFully() throws IOException {
        run("start", "--student", "ada");
        play(Ticket.alone("ada"));
        fillIn(key(Ticket.alone("ada")).right());
        assertThat(run("check", "2")).isZero();
        assertThat(out.toString())
                .contains("100 %, 30 of 30 points: all right")
                .containsPattern("✓ 2\\.1 frame +right, 2 points · frame (\\d+) · frame\\.number == \\1\\n")
                .doesNotContain("✗");
    }

    @Test
    void saysWhatAWrongAnswerIsAndWhereToLook() throws IOException {
        run("start", "--student", "ada");
        play(Ticket.alone("ada"));
        AnswerKey key = key(Ticket.alone("ada"));
        fillIn(key.withFalsified(new BlankId("2.1", "frame")));
        assertThat(run("check", "2")).isEqualTo(ExitStatus.WRONG.code());
        assertThat(out.toString())
                .contains("✗ 2.1 frame       wrong · you wrote: "
                        + key.falsified().get(new BlankId("2.1", "frame")))
                .contains("That is the copy that the server sends on to Bob.")
                .contains("Look with the display filter: tcp.dstport == 12345 && tcp.len > 0")
                .contains("93 %, 28 of 30 points");
    }

    @Test
    void scoresABlankWorksheetNothing() throws IOException {
        play(Ticket.guest());
        assertThat(run("check")).isEqualTo(ExitStatus.WRONG.code());
        assertThat(out.toString()).contains("Ticket guest").contains("0 %, 0 of 30 points");
    }

    @Test
    void saysThatAnotherTicketWasPlayed() throws IOException {
        play(Ticket.guest());
        fillIn(key(Ticket.guest()).right());
        run("start", "--student", "ada");
        assertThat(run("check", "2")).isEqualTo(ExitStatus.FILE.code());
        assertThat(out.toString())
                .containsPattern("\\? 2\\.1 frame +cannot be checked")
                .contains("another ticket than yours");
    }

    @Test
    void saysInOneSentenceWhatIsMissingOrUnusable() throws IOException {
        assertThat(run("check", "2")).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("There is no capture yet");
        assertThat(run("check", "2", "--capture", "none.pcap")).isEqualTo(ExitStatus.FILE.code());
        play(Ticket.guest());
        assertThat(run("check", "7")).isEqualTo(ExitStatus.USAGE.code());
        assertThat(err.toString()).contains("There is no worksheet 7").contains("There are: 2.");
        assertThat(run("check", "2", "--ticket", "none.yml")).isEqualTo(ExitStatus.FILE.code());
        assertThat(run("check", "--worksheet", "x.md")).isEqualTo(ExitStatus.USAGE.code());
        Files.write(home.resolve(SHEET), new byte[] {0, 1, 2, 3});
        assertThat(run("check", "2")).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("is not a text file").doesNotContain("Exception");
    }

    @Test
    void aSheetThatCannotBeReadKeepsNoOtherFromBeingChecked() throws IOException {
        play(Ticket.guest());
        Files.copy(
                Path.of("../worksheets/01-first-chat.check.yml"), home.resolve("worksheets/01-first-chat.check.yml"));
        Files.write(home.resolve("worksheets/01-first-chat.md"), new byte[] {'e', (byte) 0x81});

        int status = run("check", "--json");

        assertThat(status).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("01-first-chat.md is not a text file");
        assertThat(JsonMapper.shared().readTree(out.toString()).findValuesAsString("worksheet"))
                .containsExactly("2");
    }

    @Test
    void checksTheFilesThatAreNamed() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("handed-in"));
        Ticket ticket = Ticket.alone("zoe");
        Files.writeString(elsewhere.resolve("student.yml"), ticket.print());
        play(ticket);
        Files.move(capture(), elsewhere.resolve("dump.pcapng"));
        CheckFile check = CheckFile.read(home.resolve(CHECK), ticket.codewords(2));
        AnswerKey key = AnswerKey.of(check, CaptureEvidence.read(elsewhere.resolve("dump.pcapng"), Optional.empty()));
        String sheet = FilledIn.markdown(AnswerSheet.read(home.resolve(SHEET)).text(), key.right());
        Files.writeString(elsewhere.resolve("sheet.md"), sheet);
        assertThat(run(
                        "check",
                        "2",
                        "--capture",
                        elsewhere.resolve("dump.pcapng").toString(),
                        "--worksheet",
                        elsewhere.resolve("sheet.md").toString(),
                        "--ticket",
                        elsewhere.resolve("student.yml").toString()))
                .isZero();
    }

    @Test
    void printsOneJsonValueForMachines() throws IOException {
        play(Ticket.guest());
        fillIn(key(Ticket.guest()).withFalsified(new BlankId("2.3", "port")));
        assertThat(run("check", "2", "--format", "json")).isEqualTo(ExitStatus.WRONG.code());
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.get("student").asString()).isEqualTo("guest");
        assertThat(report.get("percent").asInt()).isEqualTo(96);
        assertThat(report.get("allRight").asBoolean()).isFalse();
        JsonNode frame = report.get("answers").get(0);
        assertThat(frame.get("question").asString()).isEqualTo("2.1");
        assertThat(frame.get("verdict").asString()).isEqualTo("right");
        assertThat(frame.get("frames").get(0).asString())
                .isEqualTo(frame.get("answered").asString());
        JsonNode port = report.get("answers").get(3);
        assertThat(port.get("verdict").asString()).isEqualTo("wrong");
        assertThat(port.get("explanation").asString()).isEqualTo("Client and server are swapped.");
        assertThat(port.get("points").asInt()).isZero();
    }

    @Test
    void printsWhatGradescopeAndBuildServersTake() throws Exception {
        play(Ticket.guest());
        fillIn(key(Ticket.guest()).withFalsified(new BlankId("2.2", "text")));
        run("check", "2", "--format", "gradescope");
        JsonNode results = JsonMapper.shared().readTree(out.toString());
        assertThat(results.get("score").asInt()).isEqualTo(28);
        assertThat(results.get("tests").get(1).get("max_score").asInt()).isEqualTo(2);
        assertThat(results.get("tests").get(1).get("status").asString()).isEqualTo("failed");
        out.getBuffer().setLength(0);
        run("check", "2", "--format", "junit");
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())))
                .getElementsByTagName("testsuite")
                .item(0)
                .getAttributes();
        assertThat(suite.getNamedItem("tests").getNodeValue()).isEqualTo("20");
        assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo("1");
        assertThat(suite.getNamedItem("errors").getNodeValue()).isEqualTo("0");
    }

    @Test
    void givesOneMoreHintEachTimeAndKeepsWhichWereTaken() throws IOException {
        assertThat(run("hint", "2.1")).isZero();
        assertThat(out.toString()).contains("Hint 1 of 3").doesNotContain("Hint 2");
        run("hint", "2.1");
        assertThat(out.toString()).contains("Hint 2 of 3").doesNotContain("Hint 3");
        run("hint", "2.1");
        run("hint", "2.1");
        assertThat(err.toString()).contains("no further hint for 2.1");
        assertThat(Files.readString(home.resolve("progress.yml"))).contains("\"2.1\": 3");
        assertThat(run("hint", "2.99")).isEqualTo(ExitStatus.USAGE.code());
        assertThat(err.toString())
                .contains("has no question 2.99", "It has: 2.1,")
                .doesNotContain("hint exercise 2.99");
        assertThat(run("hint", "two")).isEqualTo(ExitStatus.USAGE.code());
        Files.writeString(home.resolve("progress.yml"), "hints: [");
        assertThat(run("hint", "2.1")).isEqualTo(ExitStatus.FILE.code());
    }

    @Test
    void namesTheSheetThatWasSavedUnderAnotherName() throws IOException {
        play(Ticket.guest());
        run("check", "2");
        assertThat(err.toString()).doesNotContain("Beside it");
        Files.copy(home.resolve(SHEET), home.resolve(SHEET + ".txt"));
        run("check", "2");
        assertThat(err.toString())
                .contains("No answer stands in 02-eavesdropper.md. Beside it lies \"02-eavesdropper.md.txt\".");
        err.getBuffer().setLength(0);
        fillIn(Map.of(new BlankId("2.1", "frame"), "3"));
        run("check", "2");
        assertThat(err.toString()).doesNotContain("Beside it");
    }

    @Test
    void printsTheHintsThatWereTakenAsJson() {
        run("hint", "2.1");
        out.getBuffer().setLength(0);
        assertThat(run("hint", "2.1", "--json")).isZero();
        JsonNode hints = JsonMapper.shared().readTree(out.toString());
        assertThat(hints.path("kind").asString()).isEqualTo("question");
        assertThat(hints.path("id").asString()).isEqualTo("2.1");
        assertThat(hints.path("of").asInt()).isEqualTo(3);
        assertThat(hints.path("hints")).hasSize(2);
        assertThat(hints.path("fresh").asBoolean()).isTrue();
    }

    @Test
    void printsTheTicketThatItMadeAsJson() {
        assertThat(run("start", "--student", "ada", "--json")).isZero();
        JsonNode made = JsonMapper.shared().readTree(out.toString());
        assertThat(made.path("student").asString()).isEqualTo("ada");
        assertThat(Path.of(made.path("ticket").asString())).isRegularFile();
    }

    private int run(String... arguments) {
        return Main.run(new Console(new PrintWriter(out, true), new PrintWriter(err, true), false), arguments);
    }

    private Path capture() {
        return home.resolve("labs/server/data/dump.pcapng");
    }

    private void play(Ticket ticket) throws IOException {
        Path cast = Path.of("../labs/scenarios/plain/02.cast");
        PlayedCapture.write(capture(), Cast.read(cast, ticket.codewords(2)));
    }

    private AnswerKey key(Ticket ticket) {
        CheckFile check = CheckFile.read(home.resolve(CHECK), ticket.codewords(2));
        return AnswerKey.of(check, CaptureEvidence.read(capture(), Optional.empty()));
    }

    private void fillIn(Map<BlankId, String> answers) throws IOException {
        String sheet = AnswerSheet.read(home.resolve(SHEET)).text();
        Files.writeString(home.resolve(SHEET), FilledIn.markdown(sheet, answers));
    }
}
