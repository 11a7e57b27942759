package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.Right;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What is said of answers about connections in which no word can be read, in labs that are really
/// played.
class SealedAnswersTest {
    private final RealLab tls = RealLab.of(4, "ada");
    private final RealLab sealed = RealLab.of(6, "ada");

    @Test
    void saysWhatAFrameOfTlsCarries() {
        assertThat(explained(4, "4.2 client", right(4, "4.9 frame")))
                .endsWith(" carries a ClientHello from a client to the server,"
                        + " in another connection than the one that is asked for.");
        assertThat(explained(4, "4.10 frame", right(4, "4.2 server")))
                .contains(" carries a ServerHello from the server to a client, in another connection");
        assertThat(explained(4, "4.9 frame", right(4, "4.10 frame")))
                .endsWith(" carries a sealed record of TLS from a client to the server.");
    }

    @Test
    void tellsALineOfTheLogFromTheFrameOfItsRecord() {
        assertThat(explained(4, "4.6 frame", right(4, "4.4 line")))
                .endsWith("of the operator's log holds it, but asked for is the frame.");
        assertThat(explained(4, "4.4 line", right(4, "4.6 frame")))
                .endsWith("carries it, but asked for is the line of the operator's log.");
    }

    @Test
    void tellsALengthFromThatOfWhatIsAroundIt() {
        int length = Integer.parseInt(right(4, "4.7 whisper"));
        assertThat(explained(4, "4.7 whisper", "" + (length + 5))).contains("with its header of five bytes");
    }

    @Test
    void tellsTheVersionFromTheFieldThatIsKeptForOldDevices() {
        assertThat(explained(4, "4.3 version", "03 03")).contains("kept so for old devices");
        assertThat(explained(4, "4.3 suite", "03 04")).isEqualTo("That is the version.");
    }

    /// The capture still runs when the worksheet asks, and is longer when it is handed in.
    @Test
    void countsTheLettersWithAndWithoutTheGoodbye() {
        int all = Integer.parseInt(right(6, "6.7 alice"));
        assertThat(result(6, "6.7 alice", "" + (all - 1)).verdict())
                .isInstanceOfSatisfying(
                        Right.class, right -> assertThat(right.because()).contains("goodbye"));
        assertThat(explained(6, "6.7 alice", "" + (all - 2))).contains("another number");
    }

    private String explained(int number, String blank, String answer) {
        Result result = result(number, blank, answer);
        assertThat(result.verdict()).isInstanceOf(Verdict.Wrong.class);
        return result.verdict().explanation();
    }

    private Result result(int number, String blank, String answer) {
        Map<BlankId, String> answers = new LinkedHashMap<>(key(number));
        answers.put(id(blank), answer);
        AnswerSheet sheet = AnswerSheet.parse(
                FilledIn.markdown(AnswerSheet.read(file(number, ".md")).text(), answers));
        return new Checker(check(number), lab(number).evidence())
                .check(sheet).results().stream()
                        .filter(result -> result.id().equals(id(blank)))
                        .findFirst()
                        .orElseThrow();
    }

    private String right(int number, String blank) {
        return Objects.requireNonNull(key(number).get(id(blank)));
    }

    private Map<BlankId, String> key(int number) {
        return AnswerKey.of(check(number), lab(number).evidence()).right();
    }

    private CheckFile check(int number) {
        return CheckFile.read(file(number, ".check.yml"), lab(number).codewords());
    }

    private RealLab lab(int number) {
        return number == 4 ? tls : sealed;
    }

    private static Path file(int number, String end) {
        return Path.of("../worksheets", (number == 4 ? "04-tls" : "06-end-to-end") + end);
    }

    private static BlankId id(String blank) {
        String[] parts = blank.split(" ");
        return new BlankId(parts[0], parts[1]);
    }
}
