package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Worksheets as students hand them in, with what goes wrong in them: each gets the verdict that it should, and none
/// ends the checker.
class FabricatedWorksheetsTest {
    private static final int ALL = 30;
    private static final Map<Integer, String> NAMES = Map.of(1, "01-first-chat", 2, "02-eavesdropper");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path home;

    @BeforeAll
    static void playALab() throws IOException {
        System.setProperty("eavesdrop.home", home.toString());
        Files.createDirectories(home.resolve("worksheets"));
        Files.createDirectories(home.resolve("labs/server/data"));
        for (int lab : NAMES.keySet()) {
            for (String end : List.of(".md", ".check.yml")) {
                String file = "worksheets/" + NAMES.get(lab) + end;
                Files.copy(Path.of("..", file), home.resolve(file));
            }
            PlayedCapture.write(capture(lab), cast(lab, Ticket.guest()));
            PlayedCapture.write(theirCapture(lab), cast(lab, Ticket.alone("somebody-else")));
        }
    }

    @AfterAll
    static void forgetTheLab() {
        System.clearProperty("eavesdrop.home");
    }

    /// One worksheet that was handed in.
    ///
    /// @param points what it must get
    /// @param says what the checker must say
    record Handed(String what, int lab, Supplier<byte[]> sheet, int points, List<String> says) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Handed> worksheets() {
        List<Handed> all = new ArrayList<>();
        Evidence evidence = evidence(capture(2));
        int whisper = frame(key(2).right().get(new BlankId("2.1", "frame")));
        int again = evidence.frames().stream()
                .filter(Frame::retransmission)
                .findFirst()
                .orElseThrow()
                .number();
        String copy = Objects.requireNonNull(key(2).right().get(new BlankId("2.6", "frame")));
        all.add(text("all right", s -> s, ALL, "100 %"));
        all.add(text("CRLF and a byte order mark", s -> "\uFEFF" + s.replace("\n", "\r\n"), ALL, "100 %"));
        all.add(text("CR alone", s -> s.replace("\n", "\r"), ALL, "100 %"));
        all.add(bytes("UTF-16, as an editor saves it", s -> s.getBytes(StandardCharsets.UTF_16), ALL, "100 %"));
        all.add(text("tabs after the colons", s -> s.replace("frame: ", "frame:\t\t"), ALL, "100 %"));
        all.add(text("no-break spaces", s -> s.replace("port: ", "port:\u00A0"), ALL, "100 %"));
        all.add(answer("a number sign", "2.1", "frame", "#" + whisper, ALL, "100 %"));
        all.add(answer("hexadecimal", "2.1", "frame", "0x" + Integer.toHexString(whisper), ALL, "100 %"));
        all.add(answer("smart quotes", "2.2", "text", "“" + bare("2.2", "text") + "”", ALL, "100 %"));
        all.add(answer("bits with a plus", "2.4", "whisper", "Psh+Ack", ALL, "100 %"));
        all.add(answer("bits without brackets", "2.4", "whisper", "PSH,ACK", ALL, "100 %"));
        all.add(answer("bytes with colons", "2.15", "bytes", "F0:9F:94:91", ALL, "100 %"));
        all.add(answer("the retransmission", "2.1", "frame", "" + again, ALL - 2, "That is a retransmission"));
        all.add(answer("the copy's frame", "2.1", "frame", copy, ALL - 2, "copy that the server sends on to Bob"));
        all.add(answer("the frame for its copy", "2.6", "frame", "" + whisper, ALL - 2, "on its way from Alice"));
        all.add(answer("client and server swapped", "2.3", "port", "12345", ALL - 1, "Client and server are swapped."));
        all.add(answer(
                "the offset in the payload", "2.5", "offset", "" + fromPayload(), ALL - 2, "start of the TCP payload"));
        all.add(answer("an offset from 1", "2.5", "offset", "" + (offset() + 1), ALL - 2, "has the offset 0, not 1"));
        all.add(answer("one direction of the copies", "2.10", "count", "" + copiesIn(), ALL - 2, "to the server only"));
        all.add(answer("all letters", "2.16", "letters", "abcde", ALL - 2, "partly right, 1 of 3"));
        all.add(answer(
                "two answers at once", "2.1", "frame", whisper + " or " + copy, ALL - 2, "a frame is one number"));
        all.add(answer("a negative number", "2.1", "frame", "-5", ALL - 2, "a frame is one number"));
        all.add(answer("a number beyond all", "2.1", "frame", "9".repeat(40), ALL - 2, "a frame is one number"));
        all.add(answer("a path", "2.2", "text", "../../../../etc/passwd", ALL - 2, "nowhere in your capture"));
        all.add(answer("a command", "2.2", "text", "$(touch hacked); `id`", ALL - 2, "nowhere in your capture"));
        all.add(answer(
                "a tag that makes objects", "2.2", "text", "!!javax.script.ScriptEngineManager []", ALL - 2, "✗ 2.2"));
        all.add(answer("screen control", "2.2", "text", "\"\\e[2Jx\"", ALL - 2, "␛[2Jx"));
        all.add(answer("an open bracket", "2.4", "whisper", "[PSH, ACK", ALL - 2, "a [ is opened and never closed"));
        all.add(answer("an open quote", "2.2", "text", "\"amber", ALL - 2, "a quote is opened and never closed"));
        all.add(answer("brackets without end", "2.4", "whisper", "[".repeat(5000), ALL - 2, "cannot be read"));
        all.add(answer("an alias to nothing", "2.2", "text", "[*a, *a]", ALL - 2, "cannot begin with *"));
        all.add(text("aliases that explode", FabricatedWorksheetsTest::bomb, ALL - 2, "cannot begin with &"));
        all.add(text("a block that was copied", s -> s + "\n```answer 2.1\nframe: 1\n```\n", ALL - 2, "stands twice"));
        all.add(text(
                "a forgotten fence",
                s -> s.replaceFirst("(answer 2\\.2\\n[^\\n]*\\n)```", "$1"),
                ALL - 2,
                "not closed"));
        all.add(text(
                "a lost block", s -> s.replace("```answer 2.7", "```text"), ALL - 1, "2.7 is not in the worksheet"));
        all.add(text(
                "only what all have alike", FabricatedWorksheetsTest::onlyAlike, 0, "as soon as 2.2 or 2.9 is right"));
        all.add(text("nothing", s -> "", 0, "No answer block of worksheet 2 is in this file."));
        all.add(text("as it was handed out", s -> sheet(2), 0, "not answered"));
        all.add(text("some other text", s -> "root:x:0:0:root:/root:/bin/bash\n", 0, "0 %"));
        BlankId absolute = new BlankId("1.10", "number");
        all.add(new Handed(
                "relative for absolute",
                1,
                () -> utf8(FilledIn.markdown(sheet(1), key(1).withFalsified(absolute))),
                points(1) - 2,
                List.of("relative sequence number")));
        return all;
    }

    @ParameterizedTest
    @MethodSource("worksheets")
    void eachGetsTheVerdictThatItShould(Handed handed) throws IOException {
        Path file = Files.write(home.resolve("handed.md"), handed.sheet().get());
        Ran ran = check(handed.lab(), file, capture(handed.lab()));
        assertThat(ran.output())
                .contains(", " + handed.points() + " of " + points(handed.lab()) + " points")
                .contains(handed.says())
                .doesNotContain("\u001b")
                .doesNotContain("Exception");
        assertThat(ran.status()).isEqualTo(handed.points() == points(handed.lab()) ? 0 : 1);
        assertThat(home.resolve("hacked")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void theAnswersOfAnotherStudentScoreUnderAFifthAndTheirCodewordIsNamed(int lab) throws IOException {
        Ticket somebody = Ticket.alone("somebody-else");
        CheckFile theirs = CheckFile.read(checkFile(lab), somebody.codewords(lab));
        Map<BlankId, String> answers =
                AnswerKey.of(theirs, evidence(theirCapture(lab))).right();
        Path file = Files.writeString(home.resolve("handed.md"), FilledIn.markdown(sheet(lab), answers));

        Ran ran = check(lab, file, capture(lab));

        int percent = Integer.parseInt(ran.output().replaceAll("(?s).*?(\\d+) %.*", "$1"));
        assertThat(percent).describedAs(ran.output()).isLessThan(20);
        assertThat(ran.output())
                .contains("holds the codeword " + somebody.codeword(lab, "whisper"))
                .contains("somebody else's");
    }

    static List<Integer> labs() {
        return List.of(1, 2);
    }

    @Test
    void whatIsNoWorksheetIsSaidInOneSentence() throws IOException {
        Path binary = Files.write(home.resolve("binary.md"), new byte[] {0x7f, 'E', 'L', 'F', 0, 0, (byte) 0xff, 1});
        assertRefused(binary, "not a text file");
        Path huge = home.resolve("huge.md");
        Files.write(huge, new byte[50_000_000]);
        assertRefused(huge, "larger than 1 MiB");
        assertRefused(home, "is a folder");
        assertRefused(home.resolve("../nobody/is/here.md"), "There is no file");
        Path loop = home.resolve("loop.md");
        Files.createSymbolicLink(loop, loop);
        assertRefused(loop, "There is no file");
    }

    private void assertRefused(Path file, String what) {
        Ran ran = check(2, file, capture(2));
        assertThat(ran.output()).contains(what).contains("→").doesNotContain("\tat ");
        assertThat(ran.status()).isEqualTo(ExitStatus.FILE.code());
    }

    private record Ran(int status, String output) {}

    private static Ran check(int lab, Path sheet, Path capture) {
        StringWriter out = new StringWriter();
        PrintWriter both = new PrintWriter(out, true);
        int status = Main.run(
                new Console(both, both, false),
                "check",
                "" + lab,
                "--worksheet",
                sheet.toString(),
                "--capture",
                capture.toString());
        return new Ran(status, out.toString());
    }

    private static Handed text(String what, UnaryOperator<String> change, int points, String... says) {
        return bytes(what, change.andThen(FabricatedWorksheetsTest::utf8), points, says);
    }

    private static Handed bytes(String what, Function<String, byte[]> change, int points, String... says) {
        return new Handed(
                what, 2, () -> change.apply(FilledIn.markdown(sheet(2), key(2).right())), points, List.of(says));
    }

    private static Handed answer(String what, String question, String blank, String typed, int points, String says) {
        Map<BlankId, String> answers = new LinkedHashMap<>(key(2).right());
        answers.put(new BlankId(question, blank), typed);
        return new Handed(what, 2, () -> utf8(FilledIn.markdown(sheet(2), answers)), points, List.of(says));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String bomb(String sheet) {
        StringBuilder bomb = new StringBuilder("answer 2.2\na: &a [x, x]\n");
        for (char name = 'b'; name < 'z'; name++) {
            String before = "*" + (char) (name - 1);
            bomb.append(name)
                    .append(": &")
                    .append(name)
                    .append(" [")
                    .append(before + ", " + before)
                    .append("]\n");
        }
        return sheet.replaceFirst("answer 2\\.2\\n[^\\n]*\\n", bomb.toString());
    }

    private static String onlyAlike(String sheet) {
        Map<BlankId, String> alike = new LinkedHashMap<>(key(2).right());
        alike.keySet().removeIf(id -> !List.of("2.4", "2.8", "2.15", "2.16").contains(id.question()));
        return FilledIn.markdown(sheet(2), alike);
    }

    private static String bare(String question, String blank) {
        return Objects.requireNonNull(key(2).right().get(new BlankId(question, blank)))
                .replace("\"", "");
    }

    private static int offset() {
        return Integer.parseInt(bare("2.5", "offset"));
    }

    private static int fromPayload() {
        int headers = evidence(capture(2))
                .frame(frame(bare("2.1", "frame")))
                .orElseThrow()
                .payloadOffset();
        return offset() - headers;
    }

    private static long copiesIn() {
        return evidence(capture(2)).lines().stream()
                .filter(line -> line.fromClient() && line.text().contains("abcdefghijklmnop"))
                .count();
    }

    private static int frame(@Nullable String number) {
        return Integer.parseInt(Objects.requireNonNull(number));
    }

    private static int points(int lab) {
        return lab == 2
                ? ALL
                : key(lab).right().keySet().stream()
                        .mapToInt(id -> pointsOf(lab, id))
                        .sum();
    }

    private static int pointsOf(int lab, BlankId id) {
        return CheckFile.read(checkFile(lab), Ticket.guest().codewords(lab))
                .question(id.question())
                .map(question -> question.points() / question.blanks().size())
                .orElseThrow();
    }

    private static AnswerKey key(int lab) {
        return AnswerKey.of(CheckFile.read(checkFile(lab), Ticket.guest().codewords(lab)), evidence(capture(lab)));
    }

    private static Evidence evidence(Path capture) {
        return CaptureEvidence.read(capture, Optional.empty());
    }

    private static Cast cast(int lab, Ticket ticket) {
        return Cast.read(Path.of("../labs/scenarios/plain/0" + lab + ".cast"), ticket.codewords(lab));
    }

    private static String sheet(int lab) {
        return AnswerSheet.read(home.resolve("worksheets/" + NAMES.get(lab) + ".md"))
                .text();
    }

    private static Path checkFile(int lab) {
        return home.resolve("worksheets/" + NAMES.get(lab) + ".check.yml");
    }

    private static Path capture(int lab) {
        return home.resolve("lab" + lab + ".pcapng");
    }

    private static Path theirCapture(int lab) {
        return home.resolve("theirs" + lab + ".pcapng");
    }
}
