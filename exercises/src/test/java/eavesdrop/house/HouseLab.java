package eavesdrop.house;

import eavesdrop.exercise.Compilation;
import eavesdrop.exercise.CompileError;
import eavesdrop.exercise.Compiled;
import eavesdrop.exercise.Compiler;
import eavesdrop.exercise.Event;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Judge;
import eavesdrop.exercise.Outcome;
import eavesdrop.exercise.RunLimits;
import eavesdrop.exercise.Sources;
import eavesdrop.exercise.StudentCode;
import eavesdrop.exercise.TemporaryFolder;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs the tests of an exercise over any sources, in this JVM, as `labw exercise` judges them.
final class HouseLab {
    static final Path EXERCISES = Path.of("").toAbsolutePath().resolveSibling("exercises");
    static final Path SOLUTIONS = EXERCISES.resolveSibling("solutions");
    private static final Path STARTERS = EXERCISES.resolve("src/main/java");
    private static final Path SOLVED = SOLUTIONS.resolve("src/main/java");

    private HouseLab() {}

    static Sources starters(int lab) {
        return Sources.ofStudent(EXERCISES, lab);
    }

    static Sources solutions(int lab, Path... laidOver) {
        return new Sources(EXERCISES, lab, List.of(SOLVED), List.of(laidOver));
    }

    /// Where a student finds the files of a lab.
    static Path startersOf(int lab) {
        return STARTERS.resolve(packageFolder(lab));
    }

    static Path solutionsOf(int lab) {
        return SOLVED.resolve(packageFolder(lab));
    }

    private static String packageFolder(int lab) {
        return starters(lab).packageName().replace('.', '/');
    }

    /// The outcome of each of these parts, in their order.
    static Map<String, Outcome> run(Sources sources, List<Exercise.Part> parts) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            return run(compile(sources, folder.path()), sources.packageName(), parts);
        }
    }

    /// The classes of a lab and its tests.
    ///
    /// @param folder an empty one
    static Compiled compile(Sources sources, Path folder) {
        return switch (Compilation.of(sources, classPath(), folder)) {
            case Compiled compiled -> compiled;
            case Compilation wrong -> throw new AssertionError("does not compile: " + wrong);
        };
    }

    /// Solutions with a mistake laid over them, under tests that were compiled against the solutions. A mistake leaves
    /// the names, parameters and constants as they are (`GivenCodeTest`), so the tests need not be compiled anew.
    ///
    /// @param folder an empty one
    static Map<String, Outcome> run(Mistake mistake, int lab, Compiled solved, Path folder, List<Exercise.Part> parts) {
        Sources sources = solutions(lab, mistake.folder());
        List<CompileError> wrong =
                new Compiler(classPath()).compile(sources.files(), List.of(SOLVED, STARTERS), List.of(), folder);
        if (!wrong.isEmpty()) {
            throw new AssertionError("does not compile: " + wrong);
        }
        return run(new Compiled(folder, solved.tests(), solved.resources()), sources.packageName(), parts);
    }

    private static Map<String, Outcome> run(Compiled compiled, String packageName, List<Exercise.Part> parts) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Exercise.Part part : parts) {
            List<Event> events = new ArrayList<>();
            compiled.load(packageName).run(part.id(), events::add);
            StudentCode code = new StudentCode(compiled.classes());
            outcomes.put(part.id(), new Judge(part.id(), code, List.of(), RunLimits.STANDARD).judge(events));
        }
        return outcomes;
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
