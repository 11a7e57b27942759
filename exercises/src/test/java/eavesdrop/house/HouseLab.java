package eavesdrop.house;

import eavesdrop.exercise.Compilation;
import eavesdrop.exercise.Compiled;
import eavesdrop.exercise.Event;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Judge;
import eavesdrop.exercise.Limits;
import eavesdrop.exercise.Outcome;
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

    private HouseLab() {}

    static Sources starters(int lab) {
        return Sources.ofStudent(EXERCISES, lab);
    }

    static Sources solutions(int lab, Path... laidOver) {
        return new Sources(EXERCISES, lab, List.of(SOLUTIONS.resolve("src/main/java")), List.of(laidOver));
    }

    /// The outcome of each of these parts, in their order.
    static Map<String, Outcome> run(Sources sources, List<Exercise.Part> parts) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            if (!(Compilation.of(sources, classPath(), folder.path()) instanceof Compiled compiled)) {
                throw new AssertionError("does not compile: " + Compilation.of(sources, classPath(), folder.path()));
            }
            Map<String, Outcome> outcomes = new LinkedHashMap<>();
            for (Exercise.Part part : parts) {
                List<Event> events = new ArrayList<>();
                compiled.load(sources.packageName()).run(part.id(), events::add);
                StudentCode code = new StudentCode(compiled.classes());
                outcomes.put(part.id(), new Judge(part.id(), code, List.of(), Limits.STANDARD).judge(events));
            }
            return outcomes;
        }
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
