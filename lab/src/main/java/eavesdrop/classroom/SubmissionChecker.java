package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.classroom.Graded.Sheet;
import eavesdrop.classroom.Manifest.PackedFile;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Evidence;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.Checker;
import eavesdrop.worksheet.ReportJson;
import eavesdrop.worksheet.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Checks one submission: its worksheets against its own evidence, and its files against each other.
final class SubmissionChecker {
    private final List<LabWorksheet> worksheets;
    private final Ticket ticket;
    private final Manifest manifest;
    private final SubmissionFiles files;

    private final List<Remark> remarks = new ArrayList<>();
    private final Mentions mentions = new Mentions();
    private final Set<Opening> openings = new LinkedHashSet<>();
    private final Map<String, Evidence> read = new LinkedHashMap<>();

    /// @param ticket as it was issued to the student
    SubmissionChecker(List<LabWorksheet> worksheets, Ticket ticket, Manifest manifest, SubmissionFiles files) {
        this.worksheets = worksheets;
        this.ticket = ticket;
        this.manifest = manifest;
        this.files = files;
    }

    /// @throws Refused when there is no manifest in it
    static Manifest manifest(SubmissionFiles files) {
        Path file = files.find(Manifest.NAME)
                .orElseThrow(() -> new Refused(
                        Mark.NO_MANIFEST, "There is no manifest.json in it, so it was not packed by submit."));
        try {
            return Manifest.parse(TextFile.read(file));
        } catch (LabException noText) {
            throw new Refused(Mark.BAD_MANIFEST, "Its manifest cannot be read: it is no text.");
        }
    }

    Graded check() {
        manifest.files().forEach(this::compare);
        files.byName().keySet().stream()
                .filter(name -> !manifest.names(name))
                .forEach(name -> remark(
                        Mark.CHANGED_AFTER_PACKING,
                        "It holds " + Shown.of(name) + ", which the manifest does not name."));
        List<Sheet> sheets = new ArrayList<>();
        for (Manifest.Sheet sheet : manifest.worksheets()) {
            worksheets.stream()
                    .filter(known -> known.number() == sheet.number())
                    .findFirst()
                    .ifPresentOrElse(
                            known -> check(sheet, known).ifPresent(sheets::add),
                            () -> remark(
                                    Mark.UNKNOWN_WORKSHEET,
                                    "It holds a worksheet " + sheet.number() + ", which this kit does not have."));
        }
        if (mentions.areTooMany() || openings.size() >= Opening.MOST) {
            remark(
                    Mark.MORE_THAN_A_LAB,
                    "It holds more codewords or connections than any lab leaves behind. Not all of them were compared"
                            + " with those of the class.");
        }
        Progress progress = progress();
        return new Graded(
                manifest.student(),
                ticket.id(),
                Objects.requireNonNullElse(manifest.kit(), ""),
                remarks,
                sheets,
                progress.hintsTaken(),
                progress.spoiled(),
                mentions.all(),
                List.copyOf(openings));
    }

    /// A file as it is, against what the manifest says of it.
    private void compare(PackedFile packed) {
        Optional<Path> file = files.find(packed.path());
        if (file.isEmpty()) {
            remark(Mark.FILE_MISSING, "The manifest names " + Shown.of(packed.path()) + ", and it is not there.");
        } else if (!SubmissionFiles.digest(file.get()).equals(packed.sha256())) {
            remark(
                    Mark.CHANGED_AFTER_PACKING,
                    Shown.of(packed.path()) + " is not as it was packed: its digest differs from the manifest's.");
        }
    }

    private Optional<Sheet> check(Manifest.Sheet sheet, LabWorksheet known) {
        Optional<Path> markdown = files.find(sheet.worksheet());
        if (markdown.isEmpty()) {
            remark(Mark.WORKSHEET_UNREADABLE, "Worksheet " + sheet.number() + " is not there.");
            return Optional.empty();
        }
        try {
            AnswerSheet answers = AnswerSheet.read(markdown.get());
            CheckFile expected = CheckFile.read(known.checkFile(), ticket.codewords(known.number()));
            Evidence evidence = evidence(sheet);
            ReportJson report = ReportJson.of(
                    new Checker(expected, evidence, ticket.everyCodeword()).check(answers),
                    ticket.id(),
                    sheet.capture());
            mentions.worksheet(sheet.worksheet(), report);
            return Optional.of(new Sheet(report, sheet.log()));
        } catch (LabException unreadable) {
            remark(Mark.WORKSHEET_UNREADABLE, files.inItsOwnNames(unreadable.what()));
            return Optional.empty();
        }
    }

    private Evidence evidence(Manifest.Sheet sheet) {
        String key = String.join("\0", sheet.capture(), sheet.log(), sheet.mallory());
        Evidence known = read.get(key);
        if (known == null) {
            known = readEvidence(sheet);
            read.put(key, known);
        }
        return known;
    }

    private Evidence readEvidence(Manifest.Sheet sheet) {
        Optional<Path> capture = files.find(sheet.capture());
        if (capture.isEmpty()) {
            remark(Mark.CAPTURE_UNREADABLE, "Worksheet " + sheet.number() + " rests on no capture: none is there.");
            return new NoEvidence(List.of());
        }
        try {
            Evidence evidence =
                    CaptureEvidence.read(capture.get(), files.find(sheet.log()), files.find(sheet.mallory()));
            look(sheet, evidence);
            return evidence;
        } catch (LabException unreadable) {
            String what = files.inItsOwnNames(unreadable.what());
            remark(Mark.CAPTURE_UNREADABLE, what);
            return new NoEvidence(List.of(what));
        }
    }

    private void look(Manifest.Sheet sheet, Evidence evidence) {
        mentions.capture(sheet.capture(), evidence);
        openings.addAll(Opening.in(sheet.capture(), evidence));
        if (!sheet.log().isEmpty() && !evidence.hasOperatorLog()) {
            remark(Mark.LOG_UNREADABLE, "The operator's log " + Shown.of(sheet.log()) + " is not there.");
        }
        if (evidence.hasOperatorLog()) {
            mentions.log(sheet.log(), evidence);
            LogFit fit = LogFit.of(evidence.lines(), evidence.tls(), evidence.operator());
            fit.amiss().forEach(amiss -> remark(Mark.LOG_DOES_NOT_FIT, amiss));
        }
    }

    private Progress progress() {
        try {
            return files.find("progress.yml").map(Progress::read).orElse(Progress.NONE);
        } catch (LabException unreadable) {
            remark(Mark.PROGRESS_UNREADABLE, "Which hints were taken cannot be read: progress.yml is damaged.");
            return Progress.NONE;
        }
    }

    private void remark(Mark mark, String says) {
        remarks.add(new Remark(mark, says));
    }
}
