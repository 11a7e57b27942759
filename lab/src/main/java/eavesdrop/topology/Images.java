package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Tells whether the lab's images are there and newer than the source they are built from.
final class Images {
    private final Docker docker;
    private final Path home;

    Images(Docker docker, Path home) {
        this.docker = docker;
        this.home = home;
    }

    boolean areStale() {
        Instant newest = new ImageSources(home).newest().orElse(Instant.EPOCH);
        boolean changed = newest.isAfter(lastBuild());
        return names().stream()
                .map(this::created)
                .anyMatch(created -> created.isEmpty() || (changed && newest.isAfter(created.get())));
    }

    private List<String> names() {
        return docker.compose(_ -> {}, "config", "--images").output().lines().toList();
    }

    /// Builds them.
    ///
    /// @param services which ones; all that belong to the lab when none is named
    void build(Consumer<String> progress, String... services) {
        Programs.Result built = docker.build(new BuildProgress(progress)::hear, services);
        if (!built.worked()) {
            throw LabException.machine(
                    "The images could not be built: " + BuildProgress.lastError(built.said()),
                    "See all of it with '" + String.join(" ", command(services))
                            + "' in the folder labs. Behind a proxy"
                            + " that inspects TLS, set EXTRA_CA to the file with its certificate.");
        }
    }

    private static List<String> command(String... services) {
        return Stream.concat(Stream.of("docker", "compose", "build"), Stream.of(services))
                .toList();
    }

    /// When an image was built; empty when it is not there.
    Optional<Instant> created(String image) {
        Programs.Result asked = docker.docker("image", "inspect", "--format", "{{.Created}}", image.strip());
        return asked.worked() ? Optional.of(Instant.parse(asked.output().strip())) : Optional.empty();
    }

    /// Where nothing has really changed, a build leaves the images as they are, with their old times.
    void wereBuilt(Instant now) {
        try {
            Files.createDirectories(home.resolve("target"));
            Path stamp = stamp();
            if (!Files.exists(stamp)) {
                Files.createFile(stamp);
            }
            Files.setLastModifiedTime(stamp, FileTime.from(now));
        } catch (IOException unwritable) {
            // Then the next start builds again, which costs some seconds.
        }
    }

    private Instant lastBuild() {
        try {
            return Files.getLastModifiedTime(stamp()).toInstant();
        } catch (IOException never) {
            return Instant.EPOCH;
        }
    }

    private Path stamp() {
        // Labs of several image tags (LAB_TAG) may be built from one folder.
        String tag = names().stream().findFirst().orElse("").replaceFirst(".*:", "");
        return home.resolve("target/images-built-" + tag);
    }
}
