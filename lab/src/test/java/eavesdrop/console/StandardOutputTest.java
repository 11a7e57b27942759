package eavesdrop.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eavesdrop.cli.Main;
import eavesdrop.testing.JavaCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table that was cut by a full disk must not look like a whole one.
class StandardOutputTest {
    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsRemembered() {
        assertThat(failing("No space left on device").failure()).contains("No space left on device");
    }

    @Test
    void aReaderThatHasGoneIsNoFailure() {
        assertThat(failing("Broken pipe").failure()).isEmpty();
        assertThat(failing("The pipe is being closed").failure()).isEmpty();
        assertThat(failing("Tubería rota", false).failure()).isEmpty();
    }

    @Test
    void whatWasWrittenIsNoFailure() {
        StandardOutput out = new StandardOutput(OutputStream.nullOutputStream(), () -> true);
        out(out).println("all is well");
        assertThat(out.failure()).isEmpty();
    }

    @Test
    void theCommandSaysItAndEndsWithStatus4() throws IOException, InterruptedException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(JavaCommand.of(Main.class.getName(), "find", "--help"))
                .redirectOutput(full.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor()).isEqualTo(4);
            assertThat(Files.readString(errors)).contains("Not all of the output could be written");
        } finally {
            process.destroyForcibly();
        }
    }

    private static StandardOutput failing(String message) {
        return failing(message, true);
    }

    private static StandardOutput failing(String message, boolean keeps) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
        StandardOutput out = new StandardOutput(broken, () -> keeps);
        out(out).println("one");
        return out;
    }

    private static PrintWriter out(StandardOutput out) {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }
}
