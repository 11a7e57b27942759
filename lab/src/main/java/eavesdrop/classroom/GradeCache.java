package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what came of each submission, under a digest of everything that it followed from: the bytes that were handed
/// in, the check files, the version of the kit and the course. What has not changed is not checked again.
final class GradeCache {
    private static final String SUFFIX = ".json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    GradeCache(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException denied) {
            throw LabException.unwritable(folder, denied);
        }
    }

    /// What is kept under a key; nothing when it is not there, or can no longer be understood.
    Optional<Graded> find(String key) {
        used.add(key + SUFFIX);
        Path file = folder.resolve(key + SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Graded.class));
        } catch (IOException | JacksonException damaged) {
            return Optional.empty();
        }
    }

    void keep(String key, Graded graded) {
        Path file = folder.resolve(key + SUFFIX);
        try {
            WholeFile.write(file, JSON.writeValueAsBytes(graded));
        } catch (IOException denied) {
            throw LabException.unwritable(file, denied);
        }
    }

    /// Forgets what this run did not ask for.
    void forgetTheRest() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(
                            file -> !used.contains(file.getFileName().toString()))
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException denied) {
            throw LabException.unwritable(folder, denied);
        }
    }
}
