package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who ends the tests of an exercise with Ctrl-C finds nothing of them in the temporary folder.
class InterruptedExerciseTest {
    private static final String ENDLESS = """
            package eavesdrop.exercises.lab2;

            import java.util.List;

            public final class PayloadLines {
                public static List<String> of(byte[] payload) {
                    while (payload.length >= 0) {}
                    return List.of();
                }
            }
            """;

    @TempDir
    private Path home;

    @TempDir
    private Path temporary;

    @Test
    void leavesNothingBehind() throws Exception {
        Files.writeString(StudentFolder.unpackedIn(home).file(2, "PayloadLines.java"), ENDLESS);
        Process tests = new ProcessBuilder(JavaCommand.with(
                        List.of("-Deavesdrop.home=" + home, "-Djava.io.tmpdir=" + temporary),
                        "eavesdrop.cli.Main",
                        "exercise",
                        "2.1"))
                .redirectErrorStream(true)
                .start();
        List<ProcessHandle> theirs = List.of();
        try (BufferedReader said = tests.inputReader()) {
            assertThat(said.readLine()).startsWith("Testing 2.1");
            assertThat(left()).isNotEmpty();
            theirs = tests.descendants().toList();

            tests.destroy();

            assertThat(tests.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            tests.destroyForcibly();
            theirs.forEach(ProcessHandle::destroyForcibly);
        }
        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.toList();
        }
    }
}
