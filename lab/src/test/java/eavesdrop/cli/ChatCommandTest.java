package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import eavesdrop.testing.JavaCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChatCommandTest {
    private final StringWriter err = new StringWriter();

    private int labw(String... args) {
        return Main.run(new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false), args);
    }

    @Test
    void refusesANameThatIsNone() {
        assertThat(labw("chat", "Zoë Müller")).isEqualTo(2);
        assertThat(err.toString()).contains("“Zoë Müller” cannot be a name").contains("for example Zoe-Muller");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThat(labw("chat", "-p", "123456", "ada")).isEqualTo(2);
        assertThat(err.toString()).contains("123456 is not a port").doesNotContain("\tat ");
    }

    /// Runs the container's client as a process and gives its exit status.
    private int client(String... args) throws Exception {
        Process process = new ProcessBuilder(JavaCommand.of("eavesdrop.program.ClientMain", args))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        err.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return process.waitFor();
    }

    @Test
    void theContainersClientSaysInASentenceWhatIsWrong(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(client("-p", "many")).isEqualTo(2);
        assertThat(client("alice", "bob")).isEqualTo(2);
        assertThat(client("--typed", file.toString(), "alice")).isEqualTo(4);
        assertThat(client("--typed")).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.startsWith("✗ ")))
                .containsExactly(
                        "✗ “many” is not a port.",
                        "✗ “bob” is not understood.",
                        "✗ " + file + " is not a named pipe.",
                        "✗ --typed needs a value.");
        assertThat(err.toString()).doesNotContain("Exception", "\tat ", "WARNING");
    }
}
