package eavesdrop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// The exercises in a folder of a test's own, as a student gets them.
///
/// @param home the folder of the kit
record StudentFolder(Path home) {
    static final Path KIT = Path.of("..").toAbsolutePath().normalize();

    /// Copies starters, tests and manifests.
    static StudentFolder unpackedIn(Path home) throws IOException {
        Path exercises = KIT.resolve("exercises");
        try (Stream<Path> all = Files.walk(exercises)) {
            for (Path file : all.filter(file -> !file.startsWith(exercises.resolve("target")))
                    .toList()) {
                Path copy = home.resolve("exercises")
                        .resolve(exercises.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return new StudentFolder(home);
    }

    /// Where the kit's solutions of a lab lie.
    static Path solutions(int lab) {
        return KIT.resolve("solutions").resolve(folder(lab));
    }

    Path file(int lab, String name) {
        return home.resolve("exercises").resolve(folder(lab)).resolve(name);
    }

    /// Puts the kit's solution in the place of a starter.
    void solve(int lab, String name) throws IOException {
        Files.copy(solutions(lab).resolve(name), file(lab, name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String folder(int lab) {
        return "src/main/java/eavesdrop/exercises/lab" + lab;
    }
}
