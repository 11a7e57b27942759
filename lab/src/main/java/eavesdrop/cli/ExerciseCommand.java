package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Progress;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import eavesdrop.exercise.ExerciseRun;
import eavesdrop.exercise.ExerciseRun.PartResult;
import eavesdrop.exercise.ExerciseRun.Ran;
import eavesdrop.exercise.ExerciseRunner;
import eavesdrop.exercise.RunLimits;
import eavesdrop.exercise.Sources;
import eavesdrop.printing.ExerciseJson;
import eavesdrop.printing.ExercisePrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw exercise [N]`: tests what a student has written, and says what to do next.
@Command(
        name = "exercise",
        description = {
            "Test what you have written in exercises/, and say what to do next. Without N: which exercises there are, and"
                    + " how far you have come.",
            "Each part has 20 seconds, 256 MiB of memory and 16 MiB of output; what takes more is stopped.",
            "Your classes run with your own rights: without --sandbox nothing keeps them from reading or deleting your"
                    + " files."
        },
        sortOptions = false)
final class ExerciseCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "N|N.M",
            description = "The number of an exercise, or of one part of it, for example 4.2.")
    private @Nullable String id;

    @Option(
            names = "--watch",
            description = "Test again whenever you save, up to the first part that is not right, until all is right."
                    + " q and Enter, or Ctrl-C, ends it.")
    private boolean watch;

    @Option(
            names = "--hint",
            description =
                    "The next hint for a part, the same as ./labw hint exercise N.M. Which hints you took is kept in"
                            + " progress.yml.")
    private boolean hint;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = "--files",
            paramLabel = "FOLDER",
            description = "Test the files in this folder in place of yours, for example what somebody handed in.")
    private @Nullable Path files;

    @Option(
            names = "--sandbox",
            description = "Run them in containers that have no network and see none of your files. Needs Docker.")
    private boolean sandbox;

    ExerciseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (id == null) {
            list();
            return ExitStatus.OK.code();
        }
        Exercise exercise = Exercises.named(id);
        List<Part> parts = Exercises.parts(exercise, id);
        if (hint) {
            ExerciseHints.next(parts).print(console);
            return ExitStatus.OK.code();
        }
        ExerciseRunner runner = runner();
        boolean right = watch ? watched(runner, exercise, parts) : once(runner, exercise, parts);
        return (right ? ExitStatus.OK : ExitStatus.WRONG).code();
    }

    private void list() {
        if (watch || hint || sandbox || files != null) {
            throw LabException.usage(
                    "The command does not say which exercise.", "Name one, for example: ./labw exercise 2 --watch");
        }
        if (json) {
            console.json(ExerciseTable.ofStudent().rows());
        } else {
            ExerciseTable.ofStudent().print(console);
        }
    }

    private boolean once(ExerciseRunner runner, Exercise exercise, List<Part> parts) {
        ExerciseRun run = runner.run(sources(exercise), parts, this::tell);
        keep(run);
        if (json) {
            console.json(ExerciseJson.of(exercise, run));
        } else {
            new ExercisePrinter(console, exercise, parts).print(run);
        }
        return run.allRight();
    }

    private boolean watched(ExerciseRunner runner, Exercise exercise, List<Part> parts) {
        if (json) {
            throw LabException.usage("--watch is for people to read.", "Leave out --json.");
        }
        return new Watching(console).untilDone(() -> sources(exercise).files(), () -> again(runner, exercise, parts));
    }

    private boolean again(ExerciseRunner runner, Exercise exercise, List<Part> parts) {
        ExerciseRun run = runner.runToFirstOpen(sources(exercise), parts, this::tell);
        keep(run);
        console.clear();
        new ExercisePrinter(console, exercise, parts).print(run);
        boolean right = run.allRight();
        if (!right) {
            console.note("Tested whenever you save. q and Enter, or Ctrl-C, ends it.");
        }
        return right;
    }

    /// What others wrote is no progress of one's own.
    private void keep(ExerciseRun run) {
        if (files != null || !(run instanceof Ran ran)) {
            return;
        }
        Progress.change(LabFiles.progress(), progress -> with(ran, progress));
    }

    private static Progress with(Ran run, Progress progress) {
        Progress more = progress;
        for (PartResult result : run.parts()) {
            if (result.outcome().isRight()) {
                more = more.withPart(result.part().id(), result.part().points());
            }
        }
        return more;
    }

    private void tell(Part part) {
        console.note("Testing " + part.id() + " …");
    }

    private ExerciseRunner runner() {
        return new ExerciseRunner(
                PartMain.class.getName(),
                TestLibraries.classPath(),
                RunLimits.STANDARD,
                SandboxedJvm.where(sandbox, console));
    }

    private Sources sources(Exercise exercise) {
        return new Sources(
                Exercises.folder(),
                exercise.number(),
                List.of(),
                files == null ? List.of() : List.of(files.toAbsolutePath()));
    }
}
