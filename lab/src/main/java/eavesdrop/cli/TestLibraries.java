package eavesdrop.cli;

import eavesdrop.LabException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// With what the tests of the exercises are compiled and run: the kit, JUnit, AssertJ, and what signs certificates.
final class TestLibraries {
    private TestLibraries() {}

    /// The class path of this JVM, and the libraries that the build laid beside the kit's jar.
    ///
    /// @throws LabException when they are not there
    static List<Path> classPath() {
        List<Path> path = new ArrayList<>(Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .map(part -> Path.of(part).toAbsolutePath())
                .toList());
        path.addAll(beside());
        if (path.stream().noneMatch(part -> part.toString().contains("junit-jupiter-engine"))) {
            throw LabException.machine(
                    "The libraries with which exercises are tested are not there.",
                    "Delete the folder lab/target, and run the command again: it builds the kit anew.");
        }
        return path;
    }

    private static List<Path> beside() {
        Path folder = LabFiles.home().resolve("lab/target/test-lib");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
