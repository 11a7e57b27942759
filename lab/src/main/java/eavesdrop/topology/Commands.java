package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Runs one program and collects what it prints. Every program has a deadline, so that a hanging one
/// cannot hang the lab.
final class Commands {
    /// What a program left behind: its exit status, and standard output and error in the order they came.
    record Result(int status, String output) {
        boolean worked() {
            return status == 0;
        }
    }

    private Commands() {}

    /// Runs the program; each line that it prints also goes to `eachLine`.
    ///
    /// @param input what the program reads on its standard input
    static Result run(Path folder, Duration limit, String input, Consumer<String> eachLine, List<String> command) {
        return run(folder, Map.of(), limit, input, eachLine, command);
    }

    /// The same with variables that the program finds in its environment beside this process's own.
    static Result run(
            Path folder,
            Map<String, String> variables,
            Duration limit,
            String input,
            Consumer<String> eachLine,
            List<String> command) {
        Process process = start(folder, variables, command);
        AtomicReference<String> output = new AtomicReference<>("");
        // Reading must go on beside the waiting: a program whose output nobody takes away stops.
        Thread reader = Thread.ofVirtual().start(() -> output.set(readLines(process, eachLine)));
        try {
            feed(process, input);
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw LabException.machine(
                        "'" + String.join(" ", command) + "' did not end within " + limit.toSeconds() + " s.",
                        "See with './labw doctor' whether Docker answers, then try again.");
            }
            reader.join();
            return new Result(process.exitValue(), output.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), stopped);
        } finally {
            process.destroy();
        }
    }

    private static Process start(Path folder, Map<String, String> variables, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(variables);
            return builder.start();
        } catch (IOException notThere) {
            throw LabException.machine(
                    "The program '" + command.getFirst() + "' cannot be started.",
                    "Install it, or see './labw doctor' for what is missing.");
        }
    }

    // A program that ends before it has read everything is no error here: its exit status tells.
    private static void feed(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // see above
        }
    }

    private static String readLines(Process process, Consumer<String> eachLine) {
        StringBuilder all = new StringBuilder();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.append(line).append('\n');
                eachLine.accept(line);
            }
        } catch (IOException | UncheckedIOException ended) {
            all.append("(the rest of the output was lost)\n");
        }
        return all.toString();
    }
}
