package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Progress;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import eavesdrop.exercise.ExerciseRun;
import eavesdrop.exercise.ExerciseRun.PartResult;
import eavesdrop.exercise.ExerciseRun.Ran;
import eavesdrop.exercise.ExerciseRunner;
import eavesdrop.exercise.Limits;
import eavesdrop.exercise.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw exercise [N]`: tests what a student has written, and says what to do next.
@Command(
        name = "exercise",
        description = {
            "Test what you have written in exercises/, and say what to do next. Without N: which exercises there are.",
            "Each part has 20 seconds, 256 MiB of memory and 16 MiB of output; what takes more is stopped.",
            "Your classes run with your own rights: nothing keeps them from reading or deleting your files."
        },
        sortOptions = false)
final class ExerciseCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "N|N.M",
            description = "The number of an exercise, or of one part of it, for example 4.2.")
    private @Nullable String id;

    @Option(names = "--hint", description = "The next hint for a part. Which hints you took is kept in progress.yml.")
    private boolean hint;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = "--files",
            paramLabel = "FOLDER",
            description = "Test the files in this folder in place of yours, for example what somebody handed in.")
    private @Nullable Path files;

    ExerciseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (id == null) {
            list();
            return ExitStatus.OK.code();
        }
        Exercise exercise = exercise(id);
        List<Part> parts = parts(exercise, id);
        if (hint) {
            hint(parts);
            return ExitStatus.OK.code();
        }
        ExerciseRun run = run(exercise, parts);
        if (json) {
            console.json(ExerciseJson.of(exercise, run));
        } else {
            new ExercisePrinter(console, exercise).print(run);
        }
        return (run.allRight() ? ExitStatus.OK : ExitStatus.WRONG).code();
    }

    private void list() {
        for (Exercise exercise : Exercise.all(folder())) {
            console.print("%2d  %-24s %d points in %d parts: ./labw exercise %d"
                    .formatted(
                            exercise.number(),
                            exercise.title(),
                            exercise.points(),
                            exercise.parts().size(),
                            exercise.number()));
        }
    }

    private ExerciseRun run(Exercise exercise, List<Part> parts) {
        ExerciseRunner runner =
                new ExerciseRunner(PartMain.class.getName(), TestLibraries.classPath(), Limits.STANDARD);
        Sources sources = new Sources(
                folder(), exercise.number(), List.of(), files == null ? List.of() : List.of(files.toAbsolutePath()));
        return runner.run(sources, parts, part -> console.note("Testing " + part.id() + " …"));
    }

    /// A hint is for one part; where none is named, for the first of the exercise that has some left.
    private void hint(List<Part> parts) {
        Progress progress = Progress.read(LabFiles.progress());
        Part part = parts.stream()
                .filter(one -> progress.hints(key(one)) < one.hints().size())
                .findFirst()
                .orElse(parts.getLast());
        Progress after = progress.withHint(key(part), part.hints().size());
        for (int at = 0; at < after.hints(key(part)); at++) {
            console.print(part.id() + ", hint " + (at + 1) + " of "
                    + part.hints().size() + ": " + part.hints().get(at));
        }
        after.write(LabFiles.progress());
    }

    /// Questions of worksheets have the same numbers, so the hints of exercises are kept under another name.
    private static String key(Part part) {
        return "exercise " + part.id();
    }

    private static Exercise exercise(String id) {
        if (!id.matches("\\d{1,2}(\\.\\d{1,2})?")) {
            throw LabException.usage("\"" + id + "\" is no exercise.", "Name one, for example: ./labw exercise 2");
        }
        int number = Integer.parseInt(id.replaceFirst("\\..*", ""));
        List<Exercise> all = Exercise.all(folder());
        return all.stream()
                .filter(exercise -> exercise.number() == number)
                .findFirst()
                .orElseThrow(() -> LabException.usage(
                        "There is no exercise " + number + ".",
                        "There are: "
                                + all.stream()
                                        .map(exercise -> "" + exercise.number())
                                        .collect(Collectors.joining(", ")) + "."));
    }

    private static List<Part> parts(Exercise exercise, String id) {
        if (!id.contains(".")) {
            return exercise.parts();
        }
        return List.of(exercise.part(id)
                .orElseThrow(() -> LabException.usage(
                        "Exercise " + exercise.number() + " has no part " + id + ".",
                        "It has: " + exercise.parts().stream().map(Part::id).collect(Collectors.joining(", ")) + ".")));
    }

    private static Path folder() {
        return LabFiles.home().resolve("exercises");
    }

    /// The facts for programs.
    record ExerciseJson(int exercise, String title, boolean compiles, int points, int of, List<PartJson> parts) {
        static ExerciseJson of(Exercise exercise, ExerciseRun run) {
            List<PartResult> results = run instanceof Ran ran ? ran.parts() : List.of();
            int points = results.stream().mapToInt(PartResult::points).sum();
            return new ExerciseJson(
                    exercise.number(),
                    exercise.title(),
                    run instanceof Ran,
                    points,
                    exercise.points(),
                    results.stream().map(PartJson::of).toList());
        }
    }

    record PartJson(String part, String outcome, int points, int of, String says) {
        static PartJson of(PartResult result) {
            return new PartJson(
                    result.part().id(),
                    ExercisePrinter.word(result.outcome()),
                    result.points(),
                    result.part().points(),
                    ExercisePrinter.says(result.outcome()));
        }
    }
}
