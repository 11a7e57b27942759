package eavesdrop.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files that this process has open, as Linux lists them.
public final class OpenFiles {
    private OpenFiles() {}

    /// Those that lie in a folder, or the file itself.
    public static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(Files::isSymbolicLink)
                    .map(OpenFiles::target)
                    .filter(file -> file.startsWith(folder))
                    .toList();
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException closedMeanwhile) {
            return link;
        }
    }
}
