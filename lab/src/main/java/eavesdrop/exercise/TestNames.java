package eavesdrop.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The names of the tests' own classes. A student's class of such a name would run in the place of the test.
final class TestNames {
    private static final String CLASS = ".class";

    private TestNames() {}

    /// An error for each of the student's classes that has the name of one of the tests'.
    ///
    /// @param classes the folder of the student's compiled classes
    /// @param tests the folder of the compiled tests
    static List<CompileError> taken(Sources sources, Path classes, Path tests) {
        try (Stream<Path> all = Files.walk(classes)) {
            return all.map(classes::relativize)
                    .filter(file -> file.toString().endsWith(CLASS) && Files.exists(tests.resolve(file)))
                    .map(file -> file.getFileName().toString().replace(CLASS, ""))
                    .filter(name -> !name.equals("package-info"))
                    .sorted()
                    .map(name -> error(sources, name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CompileError error(Sources sources, String name) {
        String message = "The tests have a class " + name + " of their own. Give yours another name.";
        return sources.files().stream()
                .flatMap(file -> place(file, name, message).stream())
                .findFirst()
                .orElseGet(() -> new CompileError(sources.files().getFirst(), 0, 0, "", message));
    }

    private static Optional<CompileError> place(Path file, String name, String message) {
        Pattern declared = Pattern.compile("\\b(class|interface|enum|record)\\s+" + Pattern.quote(name) + "\\b");
        try {
            List<String> lines = Files.readAllLines(file);
            return IntStream.range(0, lines.size())
                    .filter(at -> declared.matcher(lines.get(at)).find())
                    .mapToObj(at -> new CompileError(file, at + 1, 0, lines.get(at), message))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
