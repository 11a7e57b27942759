package eavesdrop.chat.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads lines from a named pipe (mkfifo(1)) into which others write what this person is to say.
///
/// A thread of its own waits for writers, one after the other, for as long as the process lives.
final class TypedPipe {
    private TypedPipe() {}

    /// Starts reading. Each line is handed to `entered` on the reading thread.
    static void read(Path pipe, Consumer<String> entered) {
        Thread.ofPlatform().daemon().name("typed-pipe").start(() -> readForEver(pipe, entered));
    }

    private static void readForEver(Path pipe, Consumer<String> entered) {
        while (Files.exists(pipe)) {
            // Opening waits until somebody opens the pipe for writing; the end comes when the last writer closes it.
            try (BufferedReader lines = Files.newBufferedReader(pipe, StandardCharsets.UTF_8)) {
                lines.lines().forEach(entered);
            } catch (IOException | UncheckedIOException unreadable) {
                // Not UTF-8, or the pipe is gone: what came so far was entered; the next writer gets a new chance.
            }
        }
    }
}
