package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A student waits for a build only when something has changed that the images are made of.
class ImageSourcesTest {
    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir
    private Path home;

    @BeforeEach
    void anOldKit() throws IOException {
        Path real = Path.of("").toAbsolutePath().resolveSibling(".dockerignore");
        file(".dockerignore", NEW);
        Files.copy(real, home.resolve(".dockerignore"), StandardCopyOption.REPLACE_EXISTING);
        file("labs/Dockerfile", OLD);
        file("labs/server/entry.sh", OLD);
        file("lab/src/main/java/A.java", OLD);
    }

    private void file(String name, Instant changed) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    @Test
    void keysCapturesAndScenariosAreNoPartOfTheImages() throws IOException {
        file("labs/keys/server/server.p12", NEW);
        file("labs/server/data/dump.pcap", NEW);
        file("labs/scenarios/tls/scenario.env", NEW);
        file("exercises/src/main/java/B.java", NEW);

        assertThat(new ImageSources(home).newest()).contains(OLD);
    }

    @Test
    void sourceScriptsAndTheDockerfileAre() throws IOException {
        for (String part : new String[] {"lab/src/main/java/C.java", "labs/mallory/entry.sh", "labs/Dockerfile"}) {
            anOldKit();
            file(part, NEW);

            assertThat(new ImageSources(home).newest()).as(part).contains(NEW);
            Files.delete(home.resolve(part));
        }
    }
}
