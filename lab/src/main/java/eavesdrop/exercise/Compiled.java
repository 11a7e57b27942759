package eavesdrop.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The classes of one lab, ready to be tested.
///
/// @param classes of the exercise; the student's
/// @param tests of the exercise
/// @param resources folders of files that they read
public record Compiled(Path classes, Path tests, List<Path> resources) implements Compilation {
    /// Everything that belongs on the class path, the student's classes first.
    List<Path> folders() {
        return Stream.concat(Stream.of(classes, tests), resources.stream()).toList();
    }

    /// The files of all classes, as they lie there now.
    List<Path> files() {
        try (Stream<Path> ofExercise = Files.walk(classes);
                Stream<Path> ofTests = Files.walk(tests)) {
            return Stream.concat(ofExercise, ofTests).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The tests, loaded in this JVM.
    public TaggedTests load(String packageName) {
        return new TaggedTests(new StudentClassLoader(folders()), tests, packageName);
    }
}
