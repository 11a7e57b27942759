package eavesdrop.exercise;

import eavesdrop.exercise.Exercise.Part;
import eavesdrop.exercise.ExerciseRun.DoesNotCompile;
import eavesdrop.exercise.ExerciseRun.DoesNotFit;
import eavesdrop.exercise.ExerciseRun.PartResult;
import eavesdrop.exercise.ExerciseRun.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Compiles an exercise and runs the tests of its parts, each part in a JVM of its own: whatever one part does, the
/// next one is tested all the same.
///
/// @param mainClass the class whose `main` runs a `TestJvm`
/// @param classPath the kit and the libraries of the tests
/// @param place where those JVMs run
public record ExerciseRunner(String mainClass, List<Path> classPath, RunLimits limits, JvmPlace place) {
    /// Tests all these parts.
    ///
    /// @param begins is told before the tests of a part start
    public ExerciseRun run(Sources sources, List<Part> parts, Consumer<Part> begins) {
        return run(sources, parts, begins, _ -> true);
    }

    /// Tests these parts up to the first that is not right.
    public ExerciseRun runToFirstOpen(Sources sources, List<Part> parts, Consumer<Part> begins) {
        return run(sources, parts, begins, result -> result.outcome().isRight());
    }

    private ExerciseRun run(Sources sources, List<Part> parts, Consumer<Part> begins, Predicate<PartResult> goOn) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            return switch (Compilation.of(sources, classPath, folder.path())) {
                case DoesNotCompile wrong -> wrong;
                case DoesNotFit wrong -> wrong;
                case Compiled compiled -> run(sources, compiled, folder, parts, begins, goOn);
            };
        }
    }

    private Ran run(
            Sources sources,
            Compiled compiled,
            TemporaryFolder folder,
            List<Part> parts,
            Consumer<Part> begins,
            Predicate<PartResult> goOn) {
        List<Path> files = compiled.files();
        List<Todo> todos =
                sources.files().stream().flatMap(file -> Todo.in(file).stream()).toList();
        List<PartResult> results = new ArrayList<>();
        for (Part part : parts) {
            begins.accept(part);
            if (!files.stream().allMatch(Files::exists)) {
                // The part before has deleted them.
                Compilation _ = Compilation.of(sources, classPath, folder.path());
            }
            results.add(run(sources, compiled, part, todos));
            if (!goOn.test(results.getLast())) {
                break;
            }
        }
        return new Ran(results);
    }

    private PartResult run(Sources sources, Compiled compiled, Part part, List<Todo> todos) {
        StudentCode code = new StudentCode(compiled.classes());
        Ending ending = new PartJvm(mainClass, classPath, sources.home(), limits, place)
                .run(compiled, sources.packageName(), part.id());
        Outcome outcome = new Judge(part.id(), code, todos, limits).judge(ending);
        return new PartResult(part, outcome, ending.printed(), Judge.notes(ending.events(), code));
    }
}
