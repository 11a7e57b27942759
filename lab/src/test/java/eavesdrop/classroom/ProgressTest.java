package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    private static final int CHANGES = 50;

    @TempDir
    private Path folder;

    /// Another terminal: shows its codewords again and again.
    static final class Terminal {
        private Terminal() {}

        public static void main(String[] args) {
            for (int time = 0; time < CHANGES; time++) {
                Progress.change(Path.of(args[0]), Progress::withSpoiled);
            }
        }
    }

    @Test
    void losesNoChangeWhenSeveralTerminalsKeepTheirs() throws Exception {
        Path file = folder.resolve("progress.yml");
        List<Process> others = List.of(terminal(file), terminal(file));
        for (int time = 0; time < CHANGES; time++) {
            Progress.change(file, Progress::withSpoiled);
        }
        for (Process other : others) {
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
        }
        assertThat(Progress.read(file).spoiled()).isEqualTo(3 * CHANGES);
    }

    @Test
    void losesNoChangeOfSeveralThreads() throws Exception {
        Path file = folder.resolve("progress.yml");
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            threads.add(Thread.ofVirtual().start(() -> Terminal.main(new String[] {file.toString()})));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(Progress.read(file).spoiled()).isEqualTo(4 * CHANGES);
    }

    @Test
    void writesNothingWhereNothingChanges() {
        Path file = folder.resolve("progress.yml");

        assertThat(Progress.change(file, progress -> progress).isNone()).isTrue();
        assertThat(file).doesNotExist();
    }

    /// Where the lock cannot be had, the change is made all the same.
    @Test
    void needsNoLockToWorkAlone() throws IOException {
        Path file = folder.resolve("progress.yml");
        Files.createDirectory(folder.resolve("progress.yml.lock"));
        Progress.change(file, progress -> progress.withResult(2, 93));

        assertThat(Progress.read(file).best(2)).isEqualTo(93);
    }

    private static Process terminal(Path file) throws IOException {
        return new ProcessBuilder(JavaCommand.of(Terminal.class.getName(), file.toString()))
                .inheritIO()
                .start();
    }
}
