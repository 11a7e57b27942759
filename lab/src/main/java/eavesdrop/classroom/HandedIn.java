package eavesdrop.classroom;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the submissions in a folder, as a person or a learning platform puts them there: zips and unpacked folders,
/// also one or two folders further down.
final class HandedIn {
    private static final int DEEPEST = 2;

    private final Path folder;
    private final Set<Path> apart;
    private final List<Handed> found = new ArrayList<>();

    private HandedIn(Path folder, Set<Path> apart) {
        this.folder = folder;
        this.apart = apart;
    }

    /// Every submission, in the order of their names.
    ///
    /// @param apart files and folders in there that are none: the roster, the results
    /// @throws LabException when the folder cannot be read
    static List<Handed> find(Path folder, Set<Path> apart) {
        if (Files.isRegularFile(folder)) {
            throw LabException.file(
                    folder + " is a file, not a folder.",
                    "Unpack it where it is the export of a learning platform, and give the folder.");
        }
        if (!Files.isDirectory(folder)) {
            throw LabException.file(
                    "There is no folder " + folder + ".", "Give the folder that holds what was handed in.");
        }
        HandedIn handedIn = new HandedIn(folder, apart);
        try {
            for (Path child : children(folder)) {
                handedIn.look(child, 0);
            }
        } catch (IOException denied) {
            throw LabException.file(folder + " cannot be read.", "Check that you may read it: " + denied.getMessage());
        }
        return handedIn.found.stream()
                .sorted(Comparator.comparing(Handed::name))
                .toList();
    }

    private void look(Path path, int depth) throws IOException {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (apart.contains(path.toAbsolutePath().normalize())
                || path.getFileName().toString().startsWith(".")
                || SubmissionFiles.isClutter(name)) {
            return;
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || isSubmission(path) || depth == DEEPEST) {
            found.add(Handed.of(name, path));
            return;
        }
        for (Path child : children(path)) {
            look(child, depth + 1);
        }
    }

    /// A folder is a submission itself, unless there is one further down.
    private static boolean isSubmission(Path directory) throws IOException {
        if (Files.exists(directory.resolve(Manifest.NAME))) {
            return true;
        }
        try (Stream<Path> below = Files.walk(directory, DEEPEST)) {
            return below.limit(4L * SubmissionLimits.FILES)
                    .map(path -> path.getFileName().toString())
                    .noneMatch(name -> name.equals(Manifest.NAME) || name.endsWith(".zip"));
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        }
    }
}
