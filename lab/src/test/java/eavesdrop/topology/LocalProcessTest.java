package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person reads whose folder cannot be written.
class LocalProcessTest {
    @TempDir
    Path home;

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        LabSettings settings = LabSettings.of(home, Map.of());
        // In the place of the file is a folder: that holds also for who may write everywhere.
        Path log = Files.createDirectories(settings.data().resolve("local.log"));

        assertThatThrownBy(() -> LocalProcess.start(settings, List.of("no-such-program"), Duration.ofSeconds(1)))
                .isInstanceOf(LabException.class)
                .hasMessageStartingWith(log + " cannot be written: ")
                .hasMessageNotContaining("no-such-program");
    }
}
