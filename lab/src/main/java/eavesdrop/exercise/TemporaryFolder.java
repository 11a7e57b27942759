package eavesdrop.exercise;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A folder for the classes of one run; gone when it is closed, and also when the JVM is told to end before
/// that (Ctrl-C).
public record TemporaryFolder(Path path) implements AutoCloseable {
    private static final Set<TemporaryFolder> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(TemporaryFolder::close)));
    }

    public static TemporaryFolder make() {
        try {
            TemporaryFolder made = new TemporaryFolder(Files.createTempDirectory("exercise"));
            OPEN.add(made);
            return made;
        } catch (IOException denied) {
            throw LabException.machine(
                    "No temporary folder can be made: " + denied.getMessage(),
                    "Make room in the temporary folder of this machine: " + System.getProperty("java.io.tmpdir"));
        }
    }

    /// What cannot be deleted stays: the system tidies its temporary folder.
    @Override
    public void close() {
        OPEN.remove(this);
        try {
            empty(path);
            Files.delete(path);
        } catch (IOException inUse) {
            // see above
        }
    }

    /// Deletes what is in a folder, and not the folder.
    public static void empty(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> inmostFirst = all.sorted(Comparator.reverseOrder())
                    .filter(one -> !one.equals(folder))
                    .toList();
            for (Path one : inmostFirst) {
                Files.deleteIfExists(one);
            }
        }
    }
}
