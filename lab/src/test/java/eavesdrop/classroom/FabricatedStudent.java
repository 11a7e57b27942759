package eavesdrop.classroom;

import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.WireLine;
import eavesdrop.testing.PlayedCapture;
import eavesdrop.worksheet.AnswerKey;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.BlankId;
import eavesdrop.worksheet.Cast;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.FilledIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A student who did worksheet 2 with a ticket: plays the lab's conversation, keeps capture and log, answers, packs.
final class FabricatedStudent {
    static final Path WORKSHEETS = Path.of("../worksheets");
    static final LabWorksheet SECOND = new LabWorksheet(
            2, WORKSHEETS.resolve("02-eavesdropper.md"), WORKSHEETS.resolve("02-eavesdropper.check.yml"));
    private static final Path CAST = Path.of("../labs/scenarios/plain/02.cast");

    private final Ticket ticket;
    private final Path home;
    private final Evidence evidence;
    private final AnswerKey key;

    /// @param home an empty folder
    FabricatedStudent(Ticket ticket, Path home) throws IOException {
        this.ticket = ticket;
        this.home = home;
        Files.createDirectories(data());
        Path capture = data().resolve("dump.pcapng");
        PlayedCapture.write(capture, Cast.read(CAST, ticket.codewords(2)));
        this.evidence = CaptureEvidence.read(capture, Optional.empty());
        this.key = AnswerKey.of(CheckFile.read(SECOND.checkFile(), ticket.codewords(2)), evidence);
        Files.writeString(data().resolve("operator.jsonl"), log(evidence.lines()));
        Files.writeString(home.resolve("progress.yml"), "hints:\n  \"2.1\": 1\n");
    }

    Path data() {
        return home.resolve("data");
    }

    Path worksheet() {
        return home.resolve("02-eavesdropper.md");
    }

    Map<BlankId, String> rightAnswers() {
        return key.right();
    }

    /// Answers all, the first `wrong` of them wrongly.
    FabricatedStudent answer(int wrong) throws IOException {
        Map<BlankId, String> answers = new LinkedHashMap<>(key.right());
        key.falsified().entrySet().stream()
                .limit(wrong)
                .forEach(false_ -> answers.put(false_.getKey(), false_.getValue()));
        return answer(answers);
    }

    FabricatedStudent answer(Map<BlankId, String> answers) throws IOException {
        String blank = AnswerSheet.read(SECOND.markdown()).text();
        Files.writeString(worksheet(), FilledIn.markdown(blank, answers));
        return this;
    }

    Packing packing() {
        return Packing.of(ticket, List.of(new LabWorksheet(2, worksheet(), SECOND.checkFile())), data());
    }

    byte[] pack() {
        return SubmissionZip.of(ticket, packing(), Map.of(), Optional.of(home.resolve("progress.yml")), "test")
                .bytes();
    }

    /// The operator's log of this very conversation.
    private static String log(List<WireLine> lines) {
        Map<Integer, String> names = new LinkedHashMap<>();
        StringBuilder log =
                new StringBuilder(record(Instant.parse("2026-11-22T16:03:49Z"), "started", "\"port\":12345"));
        for (WireLine line : lines) {
            if (!line.fromClient()) {
                continue;
            }
            String[] words = line.text().split(" ", 3);
            String from = names.getOrDefault(line.stream(), "");
            switch (words[0]) {
                case "HELLO" -> names.put(line.stream(), words[1]);
                case "SAY" ->
                    log.append(record(
                            line.time(), "said", said(from, "", line.text().substring(4))));
                case "TELL" -> log.append(record(line.time(), "told", said(from, words[1], words[2])));
                default -> throw new IllegalStateException("the cast says nothing else: " + line.text());
            }
        }
        return log.toString();
    }

    private static String said(String from, String to, String text) {
        return "\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"text\":" + quoted(text);
    }

    private static String record(Instant time, String event, String fields) {
        return "{\"time\":\"" + time.plusMillis(2) + "\",\"seq\":1,\"event\":\"" + event + "\"," + fields + "}\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
