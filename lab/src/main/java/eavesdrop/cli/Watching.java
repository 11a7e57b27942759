package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Does something again whenever a file changes, until it is done or the person has enough.
///
/// Files are looked at, not listened to: editors replace a file rather than write into it, and a capture that a
/// container writes tells the host nothing. What is typed comes line by line, as every terminal gives it.
final class Watching {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final Console console;

    Watching(Console console) {
        this.console = console;
    }

    /// @param files what to look at; a file that is not there yet may come
    /// @param doAgain what to do at first and after each change; true when nothing is left to do
    /// @return false when the person ended it before
    boolean untilDone(Supplier<List<Path>> files, BooleanSupplier doAgain) {
        Map<Path, String> seen = Map.of();
        while (true) {
            Map<Path, String> now = states(files.get());
            if (!now.equals(seen)) {
                seen = now;
                if (doAgain.getAsBoolean()) {
                    return true;
                }
            }
            if (console.typed().equals(Optional.of("q"))) {
                return false;
            }
            rest();
        }
    }

    private static Map<Path, String> states(List<Path> files) {
        Map<Path, String> states = new TreeMap<>();
        files.forEach(file -> states.put(file, state(file)));
        return states;
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException notThere) {
            return "not there";
        }
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw LabException.machine("Watching was interrupted.", "Start it again.");
        }
    }
}
