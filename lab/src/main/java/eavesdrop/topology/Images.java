package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells whether the lab's images are there and newer than the source they are built from.
final class Images {
    private static final List<String> SOURCES = List.of("pom.xml", "lab/pom.xml", "lab/src/main", "labs");

    private final Docker docker;
    private final Path home;

    Images(Docker docker, Path home) {
        this.docker = docker;
        this.home = home;
    }

    boolean areStale() {
        List<String> names =
                docker.compose(_ -> {}, "config", "--images").output().lines().toList();
        Optional<Instant> newest = newestSource();
        return names.stream()
                .map(this::created)
                .anyMatch(created -> created.isEmpty()
                        || newest.filter(source -> source.isAfter(created.get()))
                                .isPresent());
    }

    private Optional<Instant> created(String image) {
        Commands.Result asked = docker.docker("image", "inspect", "--format", "{{.Created}}", image.strip());
        return asked.worked() ? Optional.of(Instant.parse(asked.output().strip())) : Optional.empty();
    }

    private Optional<Instant> newestSource() {
        return SOURCES.stream()
                .map(home::resolve)
                .filter(Files::exists)
                .flatMap(this::files)
                .map(Images::changed)
                .max(Instant::compareTo);
    }

    // The captures in labs/server/data change all the time and are no part of the images.
    private Stream<Path> files(Path root) {
        Path data = home.resolve("labs/server/data");
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.startsWith(data)).toList().stream();
        } catch (IOException unreadable) {
            throw LabException.file("The folder " + root + " cannot be read.", "Check its permissions.");
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }
}
