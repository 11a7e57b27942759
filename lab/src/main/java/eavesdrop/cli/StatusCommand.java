package eavesdrop.cli;

import eavesdrop.classroom.Progress;
import eavesdrop.console.Console;
import eavesdrop.console.Counted;
import eavesdrop.console.ExitStatus;
import eavesdrop.topology.Topology;
import eavesdrop.topology.Topology.Party;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `labw status`: who runs, and where the evidence lands.
@Command(name = "status", description = "Who runs, and where the evidence lands.", sortOptions = false)
final class StatusCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--json", description = "Print one JSON value.")
    private boolean json;

    StatusCommand(Console console) {
        this.console = console;
    }

    /// What `--json` prints, here and of `up`.
    ///
    /// @param scenario empty when nothing runs
    record Report(
            String topology,
            boolean up,
            String scenario,
            List<Party> parties,
            String capture,
            String operatorLog,
            Progress progress) {
        static Report of(Topology lab) {
            return new Report(
                    lab.name(),
                    lab.isUp(),
                    lab.runningScenario().orElse(""),
                    lab.parties(),
                    StatusCommand.capture(lab).toString(),
                    lab.operatorLog().toString(),
                    Progress.read(LabFiles.progress()));
        }
    }

    @Override
    public Integer call() {
        Topology lab = options.choose(console);
        if (json) {
            console.json(Report.of(lab));
        } else {
            print(console, lab);
            if (!lab.parties().stream().allMatch(Party::running)) {
                console.note("To start what does not run: ./labw up");
            }
            progress();
        }
        FullDisk.at(LabFiles.settings().data()).ifPresent(full -> console.problem(full.what(), full.remedy()));
        return ExitStatus.OK.code();
    }

    /// How far the student has come: nothing as long as nothing was checked and no help taken.
    private void progress() {
        Progress progress = Progress.read(LabFiles.progress());
        progress.best().forEach((worksheet, percent) -> {
            String mark = percent == 100 ? console.green("✓") : console.yellow("◐");
            console.print("%s %-15s %d %% at best, %s taken"
                    .formatted(
                            mark, "worksheet " + worksheet, percent, Counted.of(hints(progress, worksheet), "hint")));
        });
        if (!progress.parts().isEmpty()) {
            ExerciseTable.ofStudent().rows().stream()
                    .filter(row -> row.points() > 0)
                    .forEach(row -> console.print(exercise(row)));
        }
        if (progress.spoiled() > 0) {
            console.print("! codewords      shown by reveal --spoil, " + Counted.of(progress.spoiled(), "time"));
        }
    }

    private String exercise(ExerciseTable.Row row) {
        String mark = row.open().isEmpty() ? console.green("✓") : console.yellow("◐");
        return "%s %-15s %d of %d points, %s taken"
                .formatted(mark, "exercise " + row.exercise(), row.points(), row.of(), Counted.of(row.hints(), "hint"));
    }

    private static int hints(Progress progress, String worksheet) {
        return progress.hintsTaken().entrySet().stream()
                .filter(taken -> taken.getKey().startsWith(worksheet + "."))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    static void print(Console console, Topology lab) {
        console.print("topology: " + lab.name()
                + lab.runningScenario().map(name -> ", scenario: " + name).orElse(""));
        for (Party party : lab.parties()) {
            console.print("%s %-15s %s".formatted(mark(console, party), party.name(), party.detail()));
            if (!party.trouble().isEmpty()) {
                console.print("  %-15s %s".formatted("", party.trouble()));
            }
        }
        console.print("  capture         " + file(capture(lab)));
        console.print("  operator's log  " + file(lab.operatorLog()));
    }

    private static String mark(Console console, Party party) {
        if (!party.running()) {
            return console.red("✗");
        }
        return party.trouble().isEmpty() ? console.green("✓") : console.yellow("!");
    }

    /// Where nothing runs, the one of the lab that ran last: it may have been the other topology's.
    private static Path capture(Topology lab) {
        return lab.isUp() ? lab.capture() : LabFiles.capture().orElseGet(lab::capture);
    }

    private static String file(Path file) {
        return Files.exists(file) ? file.toString() : "none yet";
    }
}
