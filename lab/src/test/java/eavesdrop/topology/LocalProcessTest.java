package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person reads whose folder cannot be written; and what the process of the local lab outlives.
class LocalProcessTest {
    /// Signals 1 and 2.
    private static final long HANGUP_AND_INTERRUPT = 0b11;

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

    @Test
    void goesOnWhereTheTerminalIsClosedOrCtrlCIsPressed() throws IOException {
        Path own = Path.of("/proc/self/status");
        assumeTrue(Files.exists(own), "Linux tells which signals a process ignores");
        LabSettings settings = LabSettings.of(home, Map.of());

        assertThatThrownBy(() ->
                        LocalProcess.start(settings, List.of("grep", "SigIgn", own.toString()), Duration.ofSeconds(10)))
                .isInstanceOf(LabException.class);

        String line = Files.readString(settings.data().resolve("local.log"));
        long ignored = Long.parseLong(line.substring(line.indexOf(':') + 1).strip(), 16);
        assertThat(ignored & HANGUP_AND_INTERRUPT).isEqualTo(HANGUP_AND_INTERRUPT);
    }
}
