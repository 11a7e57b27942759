package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.exercise.CompileError;
import eavesdrop.exercise.Compiler;
import eavesdrop.exercise.TemporaryFolder;
import eavesdrop.topology.FolderDigest;
import eavesdrop.topology.Scenario;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The classes that a scenario puts at the seams of the chat, compiled from their source.
///
/// They lie in a folder of their own beside what Maven builds, and are compiled anew each time:
/// that takes a second, and what runs is what stands in the files.
final class ExerciseClasses {
    /// Who wrote them.
    enum Whose {
        EXERCISES,
        SOLUTIONS
    }

    private ExerciseClasses() {}

    /// For the lab that is started.
    ///
    /// @return the folder of the classes
    /// @throws LabException (file) when a file does not compile; it names the first place
    static Path compile(Whose whose) {
        Path rung = LabFiles.home()
                .resolve(whose == Whose.SOLUTIONS ? Scenario.SOLUTIONS : Path.of("exercises", "target", "rung"));
        compileInto(rung, whose, Optional.empty());
        return rung;
    }

    /// For this command alone: the classes of a lab that runs stay as they are. Gone when it ends.
    static Path compileForOneself(Whose whose) {
        TemporaryFolder own = TemporaryFolder.make();
        compile(whose, Optional.empty(), own.path());
        return own.path();
    }

    /// For labs beside the one that students start.
    ///
    /// @param folder afterwards holds the classes, and nothing else
    /// @param overlay a folder whose files win over those of the same name: a catalogued mistake
    static void compileInto(Path folder, Whose whose, Optional<Path> overlay) {
        try (TemporaryFolder fresh = TemporaryFolder.make()) {
            compile(whose, overlay, fresh.path());
            replace(folder, fresh.path());
        }
    }

    private static void compile(Whose whose, Optional<Path> overlay, Path out) {
        Path home = LabFiles.home();
        Path starters = home.resolve("exercises/src/main/java");
        List<Path> trees = switch (whose) {
            case EXERCISES -> List.of(starters);
            case SOLUTIONS -> List.of(home.resolve("solutions/src/main/java"), starters);
        };
        List<CompileError> wrong = new Compiler(kit()).compile(files(trees, overlay), trees, List.of(), out);
        if (!wrong.isEmpty()) {
            CompileError first = wrong.getFirst();
            throw LabException.file(
                    home.relativize(first.file()) + ", line " + first.line() + " does not compile: " + first.message(),
                    "Mend it: " + first.text().strip());
        }
    }

    /// What this command itself runs on; a jar names the libraries that it needs.
    private static List<Path> kit() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /// Each file of the trees once; the tree that comes first wins.
    private static List<Path> files(List<Path> trees, Optional<Path> overlay) {
        Map<Path, Path> byName = new TreeMap<>();
        overlay.ifPresent(folder -> layOver(folder, byName));
        for (Path tree : trees) {
            try (Stream<Path> all = Files.walk(tree)) {
                all.filter(file -> file.toString().endsWith(".java"))
                        .collect(Collectors.toMap(tree::relativize, file -> file))
                        .forEach(byName::putIfAbsent);
            } catch (IOException unreadable) {
                throw LabException.file("The folder " + tree + " cannot be read.", "Get the lab anew.");
            }
        }
        return List.copyOf(byName.values());
    }

    /// The folder of a mistake is named for its lab: `lab6/NAME`.
    private static void layOver(Path folder, Map<Path, Path> byName) {
        Path named = folder.toAbsolutePath().normalize();
        Path lab = named.getName(Math.max(0, named.getNameCount() - 2));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> byName.put(
                            Path.of("eavesdrop", "exercises").resolve(lab).resolve(file.getFileName()), file));
        } catch (IOException unreadable) {
            throw LabException.file("The folder " + folder + " cannot be read.", "Name a folder of mistakes.");
        }
    }

    /// The folder itself stays: containers that run have it mounted. Classes that are the same stay
    /// too: a JVM that runs may still have to load one of them.
    private static void replace(Path folder, Path fresh) {
        if (FolderDigest.of(List.of(folder)).equals(FolderDigest.of(List.of(fresh)))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            TemporaryFolder.empty(folder);
            copy(fresh, folder);
        } catch (IOException denied) {
            throw LabException.machine(
                    "The classes cannot be put into " + folder + ": " + denied.getMessage(),
                    "Delete this folder, and see that you may write where it lay.");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                if (Files.isDirectory(one)) {
                    Files.createDirectories(to.resolve(from.relativize(one)));
                } else {
                    Files.copy(one, to.resolve(from.relativize(one)));
                }
            }
        }
    }
}
