package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramsTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @Test
    void aWarningIsNoPartOfTheAnswer() {
        assumeTrue(Files.isExecutable(SHELL), "this needs a shell");
        List<String> lines = new ArrayList<>();

        Programs.Result result = Programs.run(
                Path.of("."),
                Duration.ofSeconds(30),
                "",
                lines::add,
                List.of(SHELL.toString(), "-c", "echo WARNING: no config >&2; echo true; exit 3"));

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.output()).isEqualTo("true\n");
        assertThat(result.said().lines()).containsExactlyInAnyOrder("WARNING: no config", "true");
        assertThat(lines).containsExactlyInAnyOrder("WARNING: no config", "true");
    }
}
