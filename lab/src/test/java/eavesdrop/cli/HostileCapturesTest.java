package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.HostileCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A capture that means harm gets an answer: soon, in 512 MB, and without a crash. Each command is a process of its
/// own. The limit is 5 seconds; a machine that builds other things meanwhile is given more.
class HostileCapturesTest {
    private static final long GENEROUS_SECONDS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isAnswered(HostileCapture capture) throws IOException, InterruptedException {
        Path file = folder.resolve("hostile.pcap");
        capture.write(file);

        for (List<String> command : List.of(
                List.of("streams", file.toString()),
                List.of("reveal", file.toString()),
                List.of("follow", file.toString(), "--stream", "0"))) {
            assertThat(status(command)).as(command.getFirst()).isIn(0, 4);
        }
        // 1: the text was not found.
        assertThat(status(List.of("find", file.toString(), "amber-otter-42"))).isIn(1, 4);
    }

    private int status(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(arguments);
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(GENEROUS_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", arguments)
                    .isTrue();
            assertThat(Files.readString(errors)).doesNotContain("Exception", "OutOfMemoryError", "needs more memory");
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
