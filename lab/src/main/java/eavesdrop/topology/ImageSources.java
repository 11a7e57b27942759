package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that the images are made of: those which `.dockerignore` lets into a build, and how to build.
///
/// Captures, keys and scenarios change all the time and are no part of them.
final class ImageSources {
    private static final List<String> HOW_TO_BUILD = List.of("labs/Dockerfile", "labs/docker-compose.yml");

    private final Path home;

    ImageSources(Path home) {
        this.home = home;
    }

    /// When the youngest of them was changed.
    Optional<Instant> newest() {
        List<String> lines = lines();
        List<Path> left = lines.stream()
                .filter(line -> !line.startsWith("!") && !line.equals("*"))
                .map(home::resolve)
                .toList();
        return Stream.concat(HOW_TO_BUILD.stream(), lines.stream().filter(line -> line.startsWith("!")))
                .map(line -> home.resolve(line.replaceFirst("^!", "")))
                .filter(Files::exists)
                .flatMap(ImageSources::files)
                .filter(file -> left.stream().noneMatch(file::startsWith))
                .map(ImageSources::changed)
                .max(Instant::compareTo);
    }

    private List<String> lines() {
        Path file = home.resolve(".dockerignore");
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw LabException.file("The file " + file + " cannot be read.", "Get the lab anew.");
        }
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList().stream();
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
