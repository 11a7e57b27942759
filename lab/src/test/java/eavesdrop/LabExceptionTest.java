package eavesdrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabExceptionTest {
    private static final Path FILE = Path.of("progress.yml");

    @Test
    void saysWhyAFileCannotBeWritten() {
        assertThat(List.of(
                        LabException.unwritable(FILE, new AccessDeniedException("progress.yml.17.new"))
                                .what(),
                        LabException.unwritable(FILE, new NoSuchFileException("progress.yml.17.new"))
                                .what(),
                        LabException.unwritable(FILE, new IOException("No space left on device"))
                                .what()))
                .containsExactly(
                        "progress.yml cannot be written: access is denied.",
                        "progress.yml cannot be written: its folder is not there.",
                        "progress.yml cannot be written: No space left on device.");
    }

    /// A remedy says what to do; a person in trouble has questions enough.
    @Test
    void noRemedyIsAQuestion() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile))
                    .allSatisfy(source -> assertThat(Files.readString(source))
                            .doesNotContainPattern("LabException\\s*\\.(machine|file|usage)\\([^;]*[\\w\"]\\? ?\""));
        }
    }
}
