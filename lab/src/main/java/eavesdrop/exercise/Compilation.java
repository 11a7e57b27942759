package eavesdrop.exercise;

import eavesdrop.LabException;
import eavesdrop.exercise.ExerciseRun.DoesNotCompile;
import eavesdrop.exercise.ExerciseRun.DoesNotFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What came of compiling a lab: classes, or what keeps them from being compiled.
public sealed interface Compilation permits Compiled, DoesNotCompile, DoesNotFit {
    /// Compiles the exercise, then the tests against it.
    ///
    /// @param classPath the kit and the libraries of the tests
    /// @param folder an empty one, for the classes
    static Compilation of(Sources sources, List<Path> classPath, Path folder) {
        Compiler compiler = new Compiler(classPath);
        Path classes = make(folder.resolve("classes"));
        Path tests = make(folder.resolve("tests"));
        List<CompileError> wrong = compiler.compile(sources.files(), sources.sourcePath(), List.of(), classes);
        if (!wrong.isEmpty()) {
            return new DoesNotCompile(wrong);
        }
        wrong = compiler.compile(sources.tests(), List.of(sources.testRoot()), List.of(classes), tests);
        List<CompileError> twice = TestNames.taken(sources, classes, tests);
        if (!twice.isEmpty()) {
            return new DoesNotCompile(twice);
        }
        return wrong.isEmpty() ? new Compiled(classes, tests, sources.resources()) : new DoesNotFit(wrong);
    }

    private static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException denied) {
            throw LabException.machine(
                    "The folder " + folder + " cannot be made: " + denied.getMessage(), LabException.MAY_WRITE);
        }
    }
}
