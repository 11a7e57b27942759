package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.cli.CheckCommand.Checked;
import eavesdrop.worksheet.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Checks again whenever a file changes, and says so when something else came out.
///
/// Files are looked at, not listened to: editors replace a file rather than write into it, and a capture that a
/// container writes tells the host nothing.
final class Rechecking {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final Console console;
    private final Supplier<Checked> check;
    private final Consumer<Checked> print;
    private final Consumer<List<Report>> keep;
    private List<Report> shown = List.of();

    Rechecking(Console console, Supplier<Checked> check, Consumer<Checked> print, Consumer<List<Report>> keep) {
        this.console = console;
        this.check = check;
        this.print = print;
        this.keep = keep;
    }

    /// Returns when everything is right. Until then Ctrl-C ends it.
    ///
    /// @param files what to look at; a file that is not there yet may come
    ExitStatus untilAllRight(Supplier<List<Path>> files) {
        console.note("Checking whenever you save. Ctrl-C ends it.");
        Map<Path, String> seen = Map.of();
        while (true) {
            Map<Path, String> now = states(files.get());
            if (!now.equals(seen)) {
                seen = now;
                checkAgain();
            }
            if (!shown.isEmpty() && shown.stream().allMatch(Report::allRight)) {
                return ExitStatus.OK;
            }
            rest();
        }
    }

    /// A file that is being written may be unusable for a moment: that is said, and not the end.
    private void checkAgain() {
        try {
            Checked checked = check.get();
            if (!checked.reports().equals(shown)) {
                print.accept(checked);
                keep.accept(checked.reports());
                shown = checked.reports();
            }
        } catch (LabException unusable) {
            shown = List.of();
            console.problem(unusable.what(), unusable.remedy());
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
