package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.OperatorLog;
import eavesdrop.testing.Kit;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine that is shut down asks its processes to end (SIGTERM): the local lab ends in order.
class TerminatedLabTest {
    private static final String LOCAL = "--topology=local";

    @TempDir
    private Path folder;

    @Test
    void everybodyLeavesAndTheServerWritesThatItStops() throws Exception {
        Kit kit = new Kit(folder);
        kit.labw("up", LOCAL);
        Properties state = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("data/local.properties"))) {
            state.load(reader);
        }
        ProcessHandle lab =
                ProcessHandle.of(Long.parseLong(state.getProperty("pid"))).orElseThrow();

        lab.destroy();
        lab.onExit().get(30, TimeUnit.SECONDS);

        assertThat(OperatorLog.read(kit.operatorLog()).records())
                .extracting(record -> record.event())
                .endsWith("stopped")
                .contains("left");
    }
}
