package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.JavaCommand;
import eavesdrop.testing.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C in the middle of a command. In Docker's place stands a program that never answers: with the real one, the
/// middle would be over sooner or later.
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {
    @TempDir
    private Path folder;

    @Test
    void whoLeavesALabHalfWayIsToldHowToGoOn() throws Exception {
        assertThat(interrupted("up", "--topology", "compose"))
                .contains("The command was ended before it was done.", "'./labw status' says what runs now");
    }

    @Test
    void whoOnlyLookedIsToldNothing() throws Exception {
        assertThat(interrupted("doctor")).doesNotContain("ended before it was done");
    }

    /// What a command said that was ended while it waited for Docker.
    private String interrupted(String... command) throws Exception {
        Path asked = folder.resolve("asked");
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of("eavesdrop.cli.Main", command))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().merge("PATH", standIn(asked).toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        List<ProcessHandle> waiting = List.of();
        try {
            Until.holds("Docker is asked", () -> Files.exists(asked), () -> read(said));
            waiting = process.descendants().toList();
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
            waiting.forEach(ProcessHandle::destroyForcibly);
        }
        return read(said);
    }

    private Path standIn(Path asked) throws IOException {
        Path docker = folder.resolve("docker");
        Files.writeString(docker, "#!/bin/sh\n: > '" + asked + "'\nexec sleep 60\n");
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
