package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.WireLine;
import eavesdrop.topology.Topology;
import eavesdrop.worksheet.AnswerKey;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.BlankId;
import eavesdrop.worksheet.Cast;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.Checker;
import eavesdrop.worksheet.FilledIn;
import eavesdrop.worksheet.Report;
import eavesdrop.worksheet.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The steps of the demo. Each prints what it found; nothing in it is typed in: whisper, frames and verdicts
/// come from the capture and the log of this run.
final class Demo {
    private static final int LAB = 2;

    private final Console console;
    private final Topology lab;
    private final String whisper;
    private final Cast cast;
    private final CheckFile checkFile;
    private final Path worksheet = LabFiles.worksheets().resolve("02-eavesdropper.md");

    Demo(Console console, Topology lab, Ticket ticket) {
        this.console = console;
        this.lab = lab;
        this.whisper = ticket.codeword(LAB, "whisper");
        this.cast = Casts.of(LAB, ticket);
        this.checkFile =
                CheckFile.read(LabFiles.worksheets().resolve("02-eavesdropper.check.yml"), ticket.codewords(LAB));
    }

    /// Alice and Bob hold their conversation. Returns when the capture holds all of it.
    void talk() {
        Stage stage = new Stage(lab, console);
        stage.up();
        heading("Alice and Bob talk (topology: " + lab.name() + ")");
        stage.play(cast, Duration.ZERO);
        String last = cast.utterances().getLast().typed();
        stage.awaitCaptured(line -> line.fromClient() && line.text().endsWith(last));
        console.print("  They said " + cast.utterances().size() + " lines. Alice whispered to Bob. Only to Bob?");
    }

    /// What Eve and the operator have of the whisper.
    void showWhisper() {
        Evidence evidence = evidence();
        heading("What Eve sees: she holds nothing but the packets ("
                + lab.capture().getFileName() + ")");
        WireLine seen = first(evidence.lines().stream()
                .filter(line -> line.fromClient() && line.text().contains(whisper))
                .findFirst());
        console.print("  frame " + seen.frame() + ", stream " + seen.stream() + ", " + seen.from() + " → " + seen.to());
        console.print("  " + console.bold(seen.text()));
        console.print("  In Wireshark: frame.number == " + seen.frame());

        heading("What the operator sees: the server's own record ("
                + lab.operatorLog().getFileName() + ")");
        OperatorRecord kept = first(evidence.operator().stream()
                .filter(record ->
                        record.event().equals("told") && record.field("text").contains(whisper))
                .findFirst());
        console.print("  line " + kept.logLine() + ", " + kept.time() + ", " + kept.field("from") + " to "
                + kept.field("to") + " alone:");
        console.print("  " + console.bold(kept.field("text")));
    }

    /// Fills in the worksheet rightly, then with one answer falsified at a time. Returns whether the checker
    /// judged each as it should.
    boolean checkWorksheet() {
        Evidence evidence = evidence();
        AnswerKey key = AnswerKey.of(checkFile, evidence);
        key.missing().forEach(sentence -> console.print("  " + sentence));
        heading("Worksheet 2, filled in rightly");
        Report right = check(evidence, filledIn(key));
        console.print("  " + right.percent() + " %, " + right.points() + " of " + right.of() + " points");

        heading("Worksheet 2, one answer falsified at a time");
        boolean allNamed = true;
        for (BlankId blank : key.right().keySet()) {
            allNamed &= falsify(evidence, key, blank);
        }
        return right.allRight() && key.missing().isEmpty() && allNamed;
    }

    private boolean falsify(Evidence evidence, AnswerKey key, BlankId blank) {
        String sheet = FilledIn.markdown(sheet(), key.withFalsified(blank));
        Report report = check(evidence, sheet);
        List<Report.Result> wrong = report.results().stream()
                .filter(result -> !(result.verdict() instanceof Verdict.Right))
                .toList();
        boolean named = wrong.size() == 1 && wrong.getFirst().id().equals(blank);
        String verdict =
                wrong.isEmpty() ? "not noticed" : words(wrong.getFirst().verdict());
        String mark = named ? console.green("✓") : console.red("✗");
        console.print("  " + mark + " " + blank + ", falsified as "
                + key.falsified().get(blank) + ": " + verdict + " (" + report.percent() + " %)");
        return named;
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Wrong(String means, var _) -> means.isEmpty() ? "wrong" : "wrong. " + means;
            case Verdict.Unreadable(var _, String what) -> "wrong, " + what;
            case Verdict.CannotCheck(String missing) -> "cannot be checked, " + missing;
            case Verdict.Partly(var _, String means) -> "partly right. " + means;
            case Verdict.Waits waits -> "waits, " + waits.explanation();
            case Verdict.NotInThisLab(String why) -> "cannot be checked, " + why;
            case Verdict.NotAnswered _ -> "not answered";
            case Verdict.Right _ -> "right";
        };
    }

    /// Copies the evidence and the right worksheet.
    void keep(Path folder) {
        try {
            for (Path file : List.of(lab.capture(), lab.operatorLog())) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            String sheet = filledIn(AnswerKey.of(checkFile, evidence()));
            Files.writeString(folder.resolve(worksheet.getFileName()), sheet);
        } catch (IOException full) {
            throw LabException.file(
                    "The evidence could not be copied to " + folder + ": " + full.getMessage(), LabException.MAY_WRITE);
        }
        console.note("Kept in " + folder + ": " + lab.capture().getFileName() + ", "
                + lab.operatorLog().getFileName() + ", " + worksheet.getFileName());
    }

    private Report check(Evidence evidence, String markdown) {
        return new Checker(checkFile, evidence).check(AnswerSheet.parse(markdown));
    }

    private String filledIn(AnswerKey key) {
        return FilledIn.markdown(sheet(), key.right());
    }

    // The worksheet as it is handed out, even if this student has written into theirs: FilledIn replaces answers.
    private String sheet() {
        return AnswerSheet.read(worksheet).text();
    }

    private Evidence evidence() {
        return CaptureEvidence.read(lab.capture(), Optional.of(lab.operatorLog()));
    }

    private static <T> T first(Optional<T> found) {
        return found.orElseThrow(() -> LabException.machine(
                "The whisper is missing in what this run recorded.", "See './labw status', and try the demo again."));
    }

    private void heading(String text) {
        console.print("");
        console.print(console.bold(text));
    }
}
