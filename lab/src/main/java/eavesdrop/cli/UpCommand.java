package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.topology.Keys;
import eavesdrop.topology.Scenario;
import eavesdrop.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `labw up`: starts the lab and returns when every party answers.
@Command(
        name = "up",
        description = "Start the lab; returns when the server and every client answer.",
        sortOptions = false)
final class UpCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LabOptions options = new LabOptions();

    @Option(
            names = "--with",
            paramLabel = "exercises|solutions",
            description = "Whose classes the scenario uses: your own, or the kit's solutions. Default: exercises.")
    private ExerciseClasses.@Nullable Whose with;

    @Option(names = "--json", description = "Print one JSON value, that of ./labw status --json.")
    private boolean json;

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Scenario> running =
                TopologyOption.running().map(lab -> WhereToLook.in(lab).scenario());
        // Whoever starts the lab again because somebody has left it does not mean to leave its rung.
        Scenario scenario = options.named().or(() -> running).orElse(Scenario.PLAIN);
        if (scenario.needsClasses()) {
            ExerciseClasses.Whose whose = whose(scenario);
            scenario = scenario.withClasses(ExerciseClasses.compile(whose));
            nameOpenParts(scenario, whose);
        }
        sayWhatBecomesOf(running, scenario);
        if (scenario.needsKeys()) {
            Keys.makeMissing(LabFiles.settings().keys(), console::note);
        }
        Topology lab = options.chooseToStart(console, scenario);
        Optional<Stage.Refusal> refusal = new Stage(lab, console).up();
        if (json) {
            console.json(StatusCommand.Report.of(lab));
        } else {
            StatusCommand.print(console, lab);
        }
        if (refusal.isPresent()) {
            return keptOut(refusal.get(), scenario);
        }
        console.note(next(scenario));
        return ExitStatus.OK.code();
    }

    private ExerciseClasses.Whose whose(Scenario scenario) {
        if (with != null) {
            return with;
        }
        return scenario.isSolved() ? ExerciseClasses.Whose.SOLUTIONS : ExerciseClasses.Whose.EXERCISES;
    }

    private void sayWhatBecomesOf(Optional<Scenario> running, Scenario chosen) {
        String before = running.map(Scenario::name).orElse(chosen.name());
        if (!before.equals(chosen.name())) {
            console.note("The lab runs with the scenario " + before + "; " + chosen.name() + " takes its place.");
        } else if (options.named().isEmpty() && chosen.needsClasses()) {
            console.note("The lab runs with the scenario " + before
                    + ", and keeps it. To leave it: ./labw up --scenario " + Scenario.PLAIN.name());
        }
    }

    /// Not every party can say on which TODO it stops: a server that cannot forge serves all the same.
    private void nameOpenParts(Scenario scenario, ExerciseClasses.Whose whose) {
        if (whose == ExerciseClasses.Whose.EXERCISES) {
            scenario.exercises().forEach(number -> nameOpenParts(number, WrittenCode.open(number)));
        }
    }

    private void nameOpenParts(int exercise, List<String> open) {
        if (!open.isEmpty()) {
            console.note("Still to be written in exercise " + exercise + ": " + String.join(", ", open)
                    + ". Whoever needs it stops there. The kit's own classes: --with solutions");
        }
    }

    private static String next(Scenario scenario) {
        WhereToLook where = WhereToLook.in(scenario);
        return "Next: let them talk with " + Casts.toPlay(scenario) + ", join with " + where.joining() + ", listen "
                + where.listening() + ".";
    }

    /// A client that refuses Mallory does what it should; one that refuses the server itself does not.
    private int keptOut(Stage.Refusal refusal, Scenario scenario) {
        console.note(refusal.person() + "'s client refuses the server that it was shown: " + refusal.reason() + ".");
        if (scenario.hasMallory()) {
            console.note("It was led to Mallory. A client that verifies does not speak to her: there is nothing to"
                    + " play here.");
            return ExitStatus.OK.code();
        }
        throw LabException.file(
                refusal.person() + "'s client did not join the chat.",
                "Nobody is in between here: look at the transport of this scenario with './labw exercise'.");
    }
}
