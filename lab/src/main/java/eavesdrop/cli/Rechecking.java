package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.cli.CheckCommand.Checked;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.worksheet.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Checks again whenever a file changes, and says so when something else came out.
final class Rechecking {
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

    /// Returns when everything is right, or when the person ends it.
    ///
    /// @param files what to look at; a file that is not there yet may come
    ExitStatus untilAllRight(Supplier<List<Path>> files) {
        console.note("Checking whenever you save. q and Enter, or Ctrl-C, ends it.");
        return new Watching(console).untilDone(files, this::checkAgain) ? ExitStatus.OK : ExitStatus.WRONG;
    }

    /// A file that is being written may be unusable for a moment: that is said, and not the end.
    private boolean checkAgain() {
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
        return !shown.isEmpty() && shown.stream().allMatch(Report::allRight);
    }
}
