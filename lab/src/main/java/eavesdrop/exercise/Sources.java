package eavesdrop.exercise;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The source files of one lab: the starters, and what is laid over them.
///
/// @param home the folder `exercises`
/// @param lab the number of the lab
/// @param roots other source trees, the one that wins first: `solutions/src/main/java`. Empty for a student.
/// @param laidOver folders whose files belong to the lab's package and win over all others: what a student handed
///     in, a catalogued mistake
public record Sources(Path home, int lab, List<Path> roots, List<Path> laidOver) {
    private static final String JAVA = ".java";

    /// What a student has written so far.
    public static Sources ofStudent(Path home, int lab) {
        return new Sources(home, lab, List.of(), List.of());
    }

    /// The name of the package.
    public String packageName() {
        return "eavesdrop.exercises.lab" + lab;
    }

    /// Where classes of other labs are found, the tree that wins first.
    List<Path> sourcePath() {
        return Stream.concat(roots.stream(), Stream.of(home.resolve("src/main/java")))
                .toList();
    }

    /// The files of the lab that are compiled, each name once.
    public List<Path> files() {
        Map<String, Path> byName = new TreeMap<>();
        sourcePath().reversed().forEach(root -> lay(folderIn(root), byName));
        laidOver.forEach(folder -> lay(folder, byName));
        return List.copyOf(byName.values());
    }

    /// The tests of the lab, and what they bring with them.
    List<Path> tests() {
        Map<String, Path> byName = new TreeMap<>();
        lay(folderIn(testRoot()), byName);
        return List.copyOf(byName.values());
    }

    Path testRoot() {
        return home.resolve("src/test/java");
    }

    /// Files that classes and tests read, by class path.
    List<Path> resources() {
        return Stream.of("src/main/resources", "src/test/resources")
                .map(home::resolve)
                .toList();
    }

    private Path folderIn(Path root) {
        return root.resolve(packageName().replace('.', '/'));
    }

    private static void lay(Path folder, Map<String, Path> byName) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(JAVA))
                    .forEach(file -> byName.put(file.getFileName().toString(), file));
        } catch (IOException unreadable) {
            throw LabException.file("The folder " + folder + " cannot be read.", "Check that you may read it.");
        }
    }
}
