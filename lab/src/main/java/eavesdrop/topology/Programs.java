package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs one program and collects what it prints. Every program has a deadline, so that a hanging one
/// cannot hang the lab.
final class Programs {
    /// What a program left behind.
    ///
    /// @param output its standard output: the answer that was asked for
    /// @param said that and its standard error, line by line as they came; Docker warns there, too
    record Result(int status, String output, String said) {
        boolean worked() {
            return status == 0;
        }
    }

    private Programs() {}

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
        Heard heard = new Heard(eachLine);
        // Reading must go on beside the waiting: a program whose output nobody takes away stops.
        Thread output =
                Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8), heard::answer));
        Thread errors = Thread.ofVirtual().start(() -> read(process.errorReader(StandardCharsets.UTF_8), heard::line));
        try {
            feed(process, input);
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw LabException.machine(
                        "'" + String.join(" ", command) + "' did not end within " + limit.toSeconds() + " s.",
                        "See with './labw doctor' whether Docker answers, then try again.");
            }
            output.join();
            errors.join();
            return heard.result(process.exitValue());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), stopped);
        } finally {
            process.destroy();
        }
    }

    private static Process start(Path folder, Map<String, String> variables, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
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

    private static void read(BufferedReader lines, Consumer<String> each) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line);
            }
        } catch (IOException | UncheckedIOException ended) {
            each.accept("(the rest of the output was lost)");
        }
    }

    /// Two threads bring the lines.
    private static final class Heard {
        private final Consumer<String> eachLine;
        private final StringBuilder output = new StringBuilder();
        private final StringBuilder said = new StringBuilder();

        Heard(Consumer<String> eachLine) {
            this.eachLine = eachLine;
        }

        synchronized void answer(String line) {
            output.append(line).append('\n');
            line(line);
        }

        synchronized void line(String line) {
            said.append(line).append('\n');
            eachLine.accept(line);
        }

        synchronized Result result(int status) {
            return new Result(status, output.toString(), said.toString());
        }
    }
}
