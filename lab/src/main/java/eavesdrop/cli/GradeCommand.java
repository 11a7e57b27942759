package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.ClassGrader;
import eavesdrop.classroom.ClassGrader.Course;
import eavesdrop.classroom.ClassGrader.Outcome;
import eavesdrop.classroom.CourseKey;
import eavesdrop.classroom.Gradebook;
import eavesdrop.classroom.Remark;
import eavesdrop.classroom.Results;
import eavesdrop.classroom.Roster;
import eavesdrop.classroom.StudentResult;
import eavesdrop.classroom.Tickets;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.console.ProgressBar;
import eavesdrop.exercise.JvmPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw grade FOLDER`: checks a class.
@Command(
        name = "grade",
        description = {
            "For instructors: check everything that a class handed in.",
            "Writes index.html, grades.csv, class.json, and a page for each student. What has not changed since the last"
                    + " time is not checked again. Exit status 4 when a submission could not be checked."
        },
        sortOptions = false)
final class GradeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FOLDER", description = "What was handed in: zips, or folders unpacked from them.")
    private Path folder = Path.of("");

    @Option(names = "--roster", paramLabel = "FILE", required = true, description = "Who is in the class (CSV).")
    private Path roster = Path.of("");

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the results go.")
    private Path out = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", description = "The course key. Default: class/course.key.")
    private @Nullable Path key;

    @Option(names = "--home-made", description = "The students made their tickets themselves; there is no course key.")
    private boolean homeMade;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description = "For example 2026-12-01T23:59, in the time of this machine. Files of a later date are late.")
    private @Nullable String deadline;

    @Option(
            names = "--worksheets",
            paramLabel = "N",
            split = ",",
            description = "The worksheets that count, for example 1,2. Default: all of the kit.")
    private List<Integer> worksheets = List.of();

    @Option(
            names = "--exercises",
            description = {
                "Also test the code that was handed in for the exercises; writes exercises.csv.",
                "Without --sandbox that runs strangers' code with your rights, and nothing keeps it from reading, sending"
                        + " or deleting your files."
            })
    private boolean exercises;

    @Option(
            names = "--sandbox",
            description =
                    "With --exercises: run that code in containers that have no network and see none of your files."
                            + " Needs Docker.")
    private boolean sandbox;

    @Option(names = "--id-column", paramLabel = "NAME", description = "The head of the roster's column with the IDs.")
    private @Nullable String idColumn;

    @Option(names = "--json", description = "Print the whole class as JSON: the same as class.json.")
    private boolean json;

    GradeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        // Before anything else: who wants a sandbox should not hear at the end that there is none.
        JvmPlace place = place();
        Course course = new Course(
                Roster.read(roster, Optional.ofNullable(idColumn)),
                tickets(),
                WorksheetFiles.all().stream().map(WorksheetFiles::forClass).toList(),
                counted(),
                Version.build(),
                Optional.ofNullable(deadline).map(text -> instant(text, ZoneId.systemDefault())),
                Runtime.getRuntime().availableProcessors());
        ProgressBar progress = new ProgressBar(console, "Checked");
        Outcome outcome = ClassGrader.grade(folder, roster, out, course, progress::done);
        Results.write(outcome.gradebook(), out);
        print(outcome);
        if (exercises) {
            Path file =
                    new ExerciseGrading(console, folder, Set.copyOf(worksheets), place).test(outcome.gradebook(), out);
            console.note("What the code is worth: " + file);
        }
        return (outcome.gradebook().hasUnchecked() ? ExitStatus.FILE : ExitStatus.OK).code();
    }

    private JvmPlace place() {
        if (sandbox && !exercises) {
            throw LabException.usage(
                    "--sandbox is for the code of the exercises, which is not tested without --exercises.",
                    "Say both, or none of them.");
        }
        return SandboxedJvm.where(sandbox, console);
    }

    private Set<Integer> counted() {
        List<WorksheetFiles> files = worksheets.isEmpty()
                ? WorksheetFiles.all()
                : worksheets.stream().map(WorksheetFiles::numbered).toList();
        return files.stream().map(WorksheetFiles::number).collect(Collectors.toSet());
    }

    private Tickets tickets() {
        if (homeMade) {
            return Tickets.homeMadeOnes();
        }
        Path file = Objects.requireNonNullElseGet(key, ClassFiles::courseKey);
        if (!Files.exists(file)) {
            throw LabException.file(
                    "There is no course key " + file + ".",
                    "Name it with --key. If the students made their tickets themselves, say --home-made.");
        }
        return Tickets.of(CourseKey.read(file));
    }

    /// With or without an offset to UTC. In the hour that comes twice when summer time ends, the second one is meant:
    /// nobody is late by the clock on their wall.
    static Instant instant(String text, ZoneId zone) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text)
                            .atZone(zone)
                            .withLaterOffsetAtOverlap()
                            .toInstant();
        } catch (DateTimeException noTime) {
            throw LabException.usage(
                    "\"" + text + "\" is no time.", "Write it like 2026-12-01T23:59 or 2026-12-01T23:59+01:00.");
        }
    }

    private void print(Outcome outcome) {
        Gradebook book = outcome.gradebook();
        if (json) {
            console.json(Results.summary(book));
            return;
        }
        book.strays().forEach(stray -> stray.remarks().forEach(remark -> remark("(nobody) " + stray.file(), remark)));
        book.results().forEach(result -> result.remarks().forEach(remark -> remark(result.id(), remark)));
        console.print(book.results().size() + " students, " + outcome.submissions() + " submissions ("
                + outcome.unchanged() + " unchanged), " + count(book, "ok") + " without remarks, "
                + count(book, "look") + " to be looked at, " + count(book, "not-checked") + " could not be checked, "
                + count(book, "missing") + " missing, " + book.strays().size() + " of nobody in the roster.");
        console.print("Results: " + out.resolve("index.html"));
    }

    private void remark(String whose, Remark remark) {
        console.print(console.yellow("! ") + whose + ": " + remark.mark().word() + " · " + remark.says());
    }

    private static long count(Gradebook book, String state) {
        return book.results().stream()
                .map(StudentResult::state)
                .filter(state::equals)
                .count();
    }
}
