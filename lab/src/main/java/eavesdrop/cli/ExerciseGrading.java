package eavesdrop.cli;

import eavesdrop.classroom.ExercisesCsv;
import eavesdrop.classroom.ExercisesCsv.Row;
import eavesdrop.classroom.Gradebook;
import eavesdrop.classroom.HandedCode;
import eavesdrop.classroom.StudentResult;
import eavesdrop.console.Console;
import eavesdrop.console.ProgressBar;
import eavesdrop.exercise.CompileError;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.ExerciseRun;
import eavesdrop.exercise.ExerciseRun.DoesNotCompile;
import eavesdrop.exercise.ExerciseRun.DoesNotFit;
import eavesdrop.exercise.ExerciseRun.PartResult;
import eavesdrop.exercise.ExerciseRun.Ran;
import eavesdrop.exercise.ExerciseRunner;
import eavesdrop.exercise.JvmPlace;
import eavesdrop.exercise.Outcome.Right;
import eavesdrop.exercise.RunLimits;
import eavesdrop.exercise.Sources;
import eavesdrop.exercise.TemporaryFolder;
import eavesdrop.printing.ExercisePrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Tests the code that a class handed in, one student after the other, so that no code disturbs another's. It is
/// strangers' code.
///
/// @param submissions the folder of all of them
/// @param counted the numbers of the exercises that count; all when it is empty
/// @param place where it runs
record ExerciseGrading(Console console, Path submissions, Set<Integer> counted, JvmPlace place) {
    /// Tests everybody's.
    ///
    /// @param results the folder for the file
    /// @return the file with the results
    Path test(Gradebook book, Path results) {
        if (place.equals(JvmPlace.HERE)) {
            console.note(
                    console.yellow("! ") + "The code of your students runs now, on this machine and with your rights.");
        }
        List<Exercise> exercises = Exercises.all().stream()
                .filter(exercise -> counted.isEmpty() || counted.contains(exercise.number()))
                .toList();
        List<StudentResult> handed = book.results().stream()
                .filter(result -> !result.submission().isEmpty())
                .toList();
        ProgressBar progress = new ProgressBar(console, "Tested");
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < handed.size(); at++) {
            rows.addAll(test(handed.get(at), exercises));
            progress.done(at + 1, handed.size());
        }
        return ExercisesCsv.write(rows, results);
    }

    /// One row for each part of each exercise that the student handed in.
    private List<Row> test(StudentResult student, List<Exercise> exercises) {
        List<Row> rows = new ArrayList<>();
        for (Exercise exercise : exercises) {
            try (TemporaryFolder code = TemporaryFolder.make();
                    TemporaryFolder work = TemporaryFolder.make()) {
                if (copy(student, exercise, code.path(), work.path()) > 0) {
                    rows.addAll(rows(student, exercise, run(exercise, code.path())));
                }
            }
        }
        return rows;
    }

    /// What is given stays the instructor's, whatever a submission holds under its name.
    private int copy(StudentResult student, Exercise exercise, Path to, Path work) {
        Predicate<String> wanted = name -> exercise.handIn().contains(name) || exercise.isOwn(name);
        return HandedCode.copy(submissions, student.submission(), exercise.number(), wanted, to, work);
    }

    private ExerciseRun run(Exercise exercise, Path code) {
        Sources sources = new Sources(Exercises.folder(), exercise.number(), List.of(), List.of(code));
        return new ExerciseRunner(PartMain.class.getName(), TestLibraries.classPath(), RunLimits.STANDARD, place)
                .run(sources, exercise.parts(), _ -> {});
    }

    private static List<Row> rows(StudentResult student, Exercise exercise, ExerciseRun run) {
        return switch (run) {
            case Ran ran ->
                ran.parts().stream().map(result -> row(student, result)).toList();
            case DoesNotCompile(List<CompileError> errors) -> notCompiled(student, exercise, errors.getFirst());
            case DoesNotFit(List<CompileError> errors) -> notCompiled(student, exercise, errors.getFirst());
        };
    }

    private static Row row(StudentResult student, PartResult result) {
        String says = result.outcome() instanceof Right ? "" : ExercisePrinter.says(result.outcome());
        return row(student, result.part(), result.points(), ExercisePrinter.word(result.outcome()), says);
    }

    private static List<Row> notCompiled(StudentResult student, Exercise exercise, CompileError error) {
        Function<Exercise.Part, Row> row = part -> row(
                student,
                part,
                0,
                "does-not-compile",
                error.file().getFileName() + ":" + error.line() + " " + error.message());
        return exercise.parts().stream().map(row).toList();
    }

    private static Row row(StudentResult student, Exercise.Part part, int points, String outcome, String says) {
        return new Row(student.id(), student.name(), part.id(), points, part.points(), outcome, says);
    }
}
