package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.LabRuns;
import eavesdrop.classroom.Progress;
import eavesdrop.classroom.RunChoice;
import eavesdrop.classroom.RunChoice.Outcome;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.printing.CheckPrinter;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.GradescopeJson;
import eavesdrop.worksheet.JUnitXml;
import eavesdrop.worksheet.Report;
import eavesdrop.worksheet.ReportJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw check [N]`: checks the answers of a worksheet against this student's own capture.
@Command(
        name = "check",
        description = "Check the answers of a worksheet, or of all, against your own capture.",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    enum Format {
        TEXT,
        JSON,
        JUNIT,
        GRADESCOPE
    }

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "N",
            completionCandidates = CompletionCommand.Labs.class,
            description = "The number of the worksheet. Default: all.")
    private @Nullable Integer number;

    @Option(
            names = "--format",
            paramLabel = "text|json|junit|gradescope",
            defaultValue = "text",
            description = "Default: text.")
    private Format format = Format.TEXT;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Mixin
    private final RunOption run = new RunOption();

    @Option(names = "--worksheet", paramLabel = "FILE", description = "A worksheet in another place; needs N.")
    private @Nullable Path worksheet;

    @Option(names = "--ticket", paramLabel = "FILE", description = "Default: student.yml, else the guest's.")
    private @Nullable Path ticketFile;

    @Option(
            names = "--watch",
            description = "Check again whenever a worksheet or the capture changes, until all is right.")
    private boolean watch;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<WorksheetFiles> sheets = sheets();
        return (watch ? watched(sheets) : once(sheets)).code();
    }

    private ExitStatus once(List<WorksheetFiles> sheets) {
        Checked checked = check(sheets);
        print(checked);
        savedElsewhere(sheets, checked.reports());
        keep(checked.reports());
        ExitStatus status = status(checked.reports());
        return checked.unreadable().isEmpty() ? status : worse(status, ExitStatus.FILE);
    }

    private void savedElsewhere(List<WorksheetFiles> sheets, List<Report> reports) {
        for (Report report : reports) {
            sheets.stream()
                    .filter(files -> files.number() == report.number() && worksheet == null)
                    .flatMap(files -> SavedElsewhere.of(files, report).stream())
                    .forEach(saved -> console.note(saved.sentence()));
        }
    }

    private ExitStatus watched(List<WorksheetFiles> sheets) {
        if (json || format != Format.TEXT) {
            throw LabException.usage("--watch is for people to read.", "Leave out the format.");
        }
        Rechecking watching = new Rechecking(console, () -> check(sheets), this::print, this::keep);
        return watching.untilAllRight(() -> watchedFiles(sheets));
    }

    private List<Path> watchedFiles(List<WorksheetFiles> sheets) {
        Stream<Path> evidence = Stream.concat(
                run.capture().or(LabFiles::capture).stream(),
                Stream.concat(run.log().stream(), run.malloryLog().stream()));
        return Stream.concat(sheets.stream().map(WorksheetFiles::worksheet), evidence)
                .toList();
    }

    /// What was checked.
    ///
    /// @param unreadable why sheets could not be checked; the others were
    /// @param student the ticket's ID
    record Checked(List<Outcome> outcomes, List<LabException> unreadable, String student) {
        List<Report> reports() {
            return outcomes.stream().map(Outcome::report).toList();
        }
    }

    private Checked check(List<WorksheetFiles> sheets) {
        Ticket ticket = ticketFile == null ? Ticket.readOrGuest(LabFiles.ticket()) : Ticket.read(ticketFile);
        List<CheckFile> expected = sheets.stream()
                .map(files -> CheckFile.read(files.checkFile(), ticket.codewords(files.number())))
                .toList();
        Path captured = LabFiles.captureOr(run.capture(), expected.getFirst().toPlay());
        LabRuns runs = runs(captured);
        List<Outcome> outcomes = new ArrayList<>();
        List<LabException> unreadable = new ArrayList<>();
        for (int at = 0; at < sheets.size(); at++) {
            CheckFile check = expected.get(at);
            read(sheets.get(at).worksheet(), unreadable::add)
                    .map(answered -> new RunChoice(check, ticket.everyCodeword(), answered).against(runs))
                    .ifPresent(outcomes::add);
        }
        if (outcomes.isEmpty() && !unreadable.isEmpty()) {
            throw unreadable.getFirst();
        }
        return new Checked(outcomes, unreadable, ticket.id());
    }

    private static Optional<AnswerSheet> read(Path sheet, Consumer<LabException> damage) {
        try {
            return Optional.of(AnswerSheet.read(sheet));
        } catch (LabException damaged) {
            damage.accept(damaged);
            return Optional.empty();
        }
    }

    /// Where the person named files, these; else all that the lab has kept.
    private LabRuns runs(Path captured) {
        return run.isNamed()
                ? LabRuns.named(captured, run.log(), run.malloryLog())
                : LabRuns.keptIn(LabFiles.settings().data(), captured, run.log(), run.malloryLog());
    }

    /// Only what the student's own files say counts as progress.
    private void keep(List<Report> reports) {
        if (run.capture().isPresent() || worksheet != null || ticketFile != null) {
            return;
        }
        Progress.change(LabFiles.progress(), progress -> with(reports, progress));
    }

    private static Progress with(List<Report> reports, Progress progress) {
        Progress better = progress;
        for (Report report : reports) {
            better = better.withResult(report.number(), report.allRight() ? 100 : report.percent());
        }
        return better;
    }

    private void print(Checked checked) {
        List<Outcome> outcomes = checked.outcomes();
        List<Report> reports = outcomes.stream().map(Outcome::noted).toList();
        String student = checked.student();
        switch (json ? Format.JSON : format) {
            case TEXT -> outcomes.forEach(new CheckPrinter(console, student)::print);
            case JSON -> {
                List<ReportJson> all = outcomes.stream()
                        .map(one -> ReportJson.of(
                                one.noted(), student, one.capture().toString()))
                        .toList();
                console.json(number == null ? all : all.getFirst());
            }
            case JUNIT -> console.print(JUnitXml.of(reports));
            case GRADESCOPE -> console.json(GradescopeJson.of(reports));
        }
        checked.unreadable().forEach(damaged -> console.problem(damaged.what(), damaged.remedy()));
    }

    private List<WorksheetFiles> sheets() {
        if (number == null && worksheet != null) {
            throw LabException.usage(
                    worksheet + " does not say of which worksheet it is a copy.", "Say its number: check N.");
        }
        if (number == null) {
            return WorksheetFiles.all();
        }
        WorksheetFiles files = WorksheetFiles.numbered(number);
        Path sheet = worksheet == null ? files.worksheet() : worksheet;
        return List.of(new WorksheetFiles(files.number(), sheet, files.checkFile()));
    }

    private static ExitStatus status(List<Report> reports) {
        return reports.stream().map(CheckCommand::status).reduce(ExitStatus.OK, CheckCommand::worse);
    }

    /// Missing evidence is said first: as long as it is missing, the points say nothing.
    private static ExitStatus status(Report report) {
        if (report.lacksEvidence()) {
            return ExitStatus.FILE;
        }
        return report.allRight() ? ExitStatus.OK : ExitStatus.WRONG;
    }

    private static ExitStatus worse(ExitStatus one, ExitStatus other) {
        return one.code() > other.code() ? one : other;
    }
}
