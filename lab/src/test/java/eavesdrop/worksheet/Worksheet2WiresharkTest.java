package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Evidence;
import eavesdrop.testing.PlayedCapture;
import eavesdrop.testing.Tshark;
import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Wrong;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Does worksheet 2 as a student does, with Wireshark's display filters on a capture file, and has it checked.
class Worksheet2WiresharkTest {
    private static final Map<String, String> CODEWORDS = Map.of("whisper", "amber-otter-42", "reply", "calm-fox-17");
    private static final Path WORKSHEETS = Path.of("../worksheets");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path capture;

    @SuppressWarnings("NullAway.Init")
    private static Evidence evidence;

    private static final List<String> FIELDS = List.of(
            "frame.number",
            "frame.len",
            "ip.src",
            "tcp.stream",
            "tcp.srcport",
            "tcp.dstport",
            "tcp.flags",
            "tcp.len",
            "tcp.payload",
            "tcp.analysis.retransmission");

    /// What tshark showed, by filter: it takes a second to start.
    private static final Map<String, List<String>> SHOWN = new HashMap<>();

    private final CheckFile check = CheckFile.read(WORKSHEETS.resolve("02-eavesdropper.check.yml"), CODEWORDS);
    private final AnswerSheet sheet = AnswerSheet.read(WORKSHEETS.resolve("02-eavesdropper.md"));

    @BeforeAll
    static void play() throws Exception {
        Tshark.required();
        capture = folder.resolve("dump.pcapng");
        PlayedCapture.write(capture, Cast.read(Path.of("../labs/scenarios/plain/02.cast"), CODEWORDS));
        evidence = CaptureEvidence.read(capture, Optional.empty());
    }

    @Test
    void whatWiresharkShowsIsRight() {
        Report report = check(answersOfWireshark());
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.verdict()).isInstanceOf(Right.class));
        assertThat(report.percent()).isEqualTo(100);
    }

    @Test
    void whatTheAnswerKeySaysIsRightToo() {
        AnswerKey key = AnswerKey.of(check, evidence);
        assertThat(key.missing()).isEmpty();
        assertThat(check(key.right()).percent()).isEqualTo(100);
        assertThat(check(key.falsified()).points()).isZero();
    }

    @Test
    void theSecondTimeOfTheWhisperIsARetransmission() {
        String again = show("frame contains \"TELL bob\"", "frame.number").get(1);
        assertThat(show("frame.number == " + again, "tcp.analysis.retransmission"))
                .containsExactly("1");
        Result result =
                check(Map.of(new BlankId("2.1", "frame"), again)).results().getFirst();
        assertThat(result.verdict())
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.means()).startsWith("That is a retransmission"));
    }

    @Test
    void everyDisplayFilterThatIsShownIsOneThatWiresharkTakes() {
        List<Result> right = check(AnswerKey.of(check, evidence).right()).results();
        List<Result> blank = check(Map.of()).results();
        shows(right.getFirst());
        right.stream().filter(result -> frames(result).size() > 1).forEach(this::shows);
        assertThat(blank)
                .allSatisfy(result ->
                        assertThat(show(result.filter(), "frame.number")).isNotEmpty());
    }

    private void shows(Result result) {
        List<String> numbers = frames(result).stream().map(String::valueOf).toList();
        assertThat(show(result.filter(), "frame.number")).containsExactlyElementsOf(numbers);
    }

    private static List<Integer> frames(Result result) {
        return ((Right) result.verdict()).frames();
    }

    private Map<BlankId, String> answersOfWireshark() {
        Map<BlankId, String> answers = new LinkedHashMap<>();
        String whisper = "frame contains \"TELL bob\"";
        String copy = "tcp.srcport == 12345 && frame contains \"TOLD alice\"";
        String alice = first(whisper, "tcp.srcport");
        answers.put(new BlankId("2.1", "frame"), first(whisper, "frame.number"));
        answers.put(new BlankId("2.2", "text"), codeword(payload(whisper)));
        answers.put(new BlankId("2.3", "address"), first(whisper, "ip.src"));
        answers.put(new BlankId("2.3", "port"), alice);
        String opening = "tcp.stream == " + first(whisper, "tcp.stream");
        answers.put(new BlankId("2.4", "first-frame"), first(opening, "tcp.flags"));
        answers.put(new BlankId("2.4", "whisper"), first(whisper, "tcp.flags"));
        answers.put(new BlankId("2.5", "offset"), "" + offset(whisper));
        answers.put(new BlankId("2.6", "frame"), first(copy, "frame.number"));
        answers.put(new BlankId("2.7", "port"), first(copy, "tcp.dstport"));
        answers.put(new BlankId("2.8", "whisper"), payload(whisper).contains("alice") ? "d" : "e");
        answers.put(new BlankId("2.8", "copy"), payload(copy).contains("alice") ? "d" : "e");
        answers.put(new BlankId("2.9", "text"), codeword(payload("frame contains \"TELL alice\"")));
        int copies = show("frame contains \"abcdefghijklmnop\"", "frame.number").size();
        answers.put(new BlankId("2.10", "count"), copies + " frames");
        String ok = "frame contains \"SAY ok\" && tcp.srcport == " + alice;
        answers.put(new BlankId("2.11", "frame"), "#" + first(ok, "frame.number"));
        String story = first("frame contains \"SAY Then listen\"", "frame.number");
        String rest = "tcp.srcport == " + alice + " && tcp.len > 0 && frame.number >= " + story + " && frame.number < "
                + first("frame contains \"SAY I say\"", "frame.number");
        answers.put(
                new BlankId("2.12", "count"), "" + show(rest, "frame.number").size());
        answers.put(new BlankId("2.13", "count"), first("frame contains \"TELL alice\"", "tcp.len"));
        String test = "frame contains \"wires: abcdefghijklmnop\"";
        answers.put(
                new BlankId("2.14", "in"),
                "" + show("tcp.dstport == 12345 && " + test, "frame.number").size());
        answers.put(
                new BlankId("2.14", "out"),
                "" + show("tcp.srcport == 12345 && " + test, "frame.number").size());
        String reply = first("frame contains \"TELL alice\"", "tcp.payload");
        int picture = reply.indexOf(HexFormat.of().formatHex("key ".getBytes(StandardCharsets.UTF_8))) + 8;
        answers.put(new BlankId("2.15", "bytes"), reply.substring(picture, picture + 8));
        String letters =
                Map.of("a", "TELL", "b", "bob", "c", "amber-otter-42", "d", alice, "e", "length").entrySet().stream()
                        .filter(option -> payload(whisper).contains(option.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(Collectors.joining());
        answers.put(new BlankId("2.16", "letters"), letters);
        return answers;
    }

    private int offset(String filter) {
        int headers = Integer.parseInt(first(filter, "frame.len")) - Integer.parseInt(first(filter, "tcp.len"));
        return headers + payload(filter).indexOf("amber");
    }

    private String payload(String filter) {
        byte[] bytes = HexFormat.of().parseHex(first(filter, "tcp.payload"));
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private static String codeword(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private String first(String filter, String field) {
        return show(filter, field).getFirst();
    }

    private List<String> show(String filter, String field) {
        List<String> rows =
                SHOWN.computeIfAbsent(filter, _ -> Tshark.fields(capture, filter, FIELDS.toArray(String[]::new)));
        return rows.stream()
                .map(row -> row.split("\t", -1)[FIELDS.indexOf(field)])
                .toList();
    }

    private Report check(Map<BlankId, String> answers) {
        return new Checker(check, evidence).check(AnswerSheet.parse(FilledIn.markdown(sheet.text(), answers)));
    }
}
