package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Starts and ends the background process of the local lab.
final class LocalProcess {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /// Windows has none: there, the process ends with the window of its terminal.
    private static final Path SHELL = Path.of("/bin/sh");

    private LocalProcess() {}

    /// Returns when the process says that it is ready. If it ends before, its own words say
    /// why.
    static void start(LabSettings settings, List<String> command, Duration limit) {
        Path log = emptyLog(settings.data());
        LocalState.forget(settings.data());
        Process process = launch(settings, command, log);
        Instant deadline = Instant.now().plus(limit);
        while (LocalState.read(settings.data()).isEmpty()) {
            if (!process.isAlive()) {
                throw failure(log);
            }
            if (Instant.now().isAfter(deadline)) {
                process.destroy();
                throw LabException.machine(
                        "The local lab did not start within " + limit.toSeconds() + " s.", "See " + log + ".");
            }
            pause(process);
        }
    }

    /// Made here, because a process that cannot be given one says so in words that nobody can
    /// read.
    private static Path emptyLog(Path data) {
        Path log = data.resolve("local.log");
        try {
            Files.createDirectories(data);
            return Files.write(log, new byte[0]);
        } catch (IOException denied) {
            throw LabException.unwritable(log, denied);
        }
    }

    private static Process launch(LabSettings settings, List<String> command, Path log) {
        try {
            ProcessBuilder builder = new ProcessBuilder(outliving(command))
                    .directory(settings.home().toFile())
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // It reads its settings from its environment, as this process did.
            builder.environment().putAll(settings.scenario().environment());
            return builder.start();
        } catch (IOException refused) {
            throw LabException.machine(
                    "The local lab cannot start: " + refused.getMessage() + ".",
                    "Look with './labw doctor' what this machine lacks.");
        }
    }

    /// As a command whose process goes on where its terminal is closed (SIGHUP), and where Ctrl-C in
    /// that terminal was meant for another command (SIGINT). It ends by an order, or by SIGTERM.
    private static List<String> outliving(List<String> command) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        List<String> ignoring = new ArrayList<>(List.of(SHELL.toString(), "-c", "trap '' HUP INT; exec \"$@\"", "sh"));
        ignoring.addAll(command);
        return ignoring;
    }

    // The process prints two lines when it cannot start: what is wrong, and the remedy.
    private static LabException failure(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            if (lines.size() >= 2) {
                return LabException.machine(lines.get(lines.size() - 2), lines.getLast());
            }
        } catch (IOException unreadable) {
            // The sentence below is all there is to say.
        }
        return LabException.machine("The local lab ended at once.", "See " + log + ".");
    }

    private static void pause(Process process) {
        try {
            process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the local lab was starting", stopped);
        }
    }

    /// Asks it to stop and waits for its end; ends it the hard way if it does not.
    static void end(LocalState state, Duration limit) {
        ProcessHandle process = state.process().orElse(null);
        if (process == null) {
            return;
        }
        LocalControl.ask(state, "STOP");
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            process.destroyForcibly();
        } catch (ExecutionException | InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
