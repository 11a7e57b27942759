package eavesdrop.cli;

import eavesdrop.topology.Keys;
import eavesdrop.topology.Scenario;
import eavesdrop.topology.Topology;
import java.util.concurrent.Callable;
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
    private TopologyOption topology = new TopologyOption();

    @Option(
            names = "--with",
            paramLabel = "exercises|solutions",
            description = "Whose classes the scenario uses: your own, or the kit's solutions. Default: exercises.")
    private ExerciseClasses.Whose whose = ExerciseClasses.Whose.EXERCISES;

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Scenario scenario = topology.scenario();
        if (scenario.needsClasses()) {
            scenario = scenario.withClasses(ExerciseClasses.compile(whose));
        }
        if (scenario.needsKeys()) {
            Keys.makeMissing(LabFiles.settings().keys(), console::note);
        }
        Topology lab = topology.choose(console, scenario);
        new Stage(lab, console).up();
        StatusCommand.print(console, lab);
        console.note("Next: let them talk with './labw play 2', join with './labw chat', listen with './labw reveal'.");
        return ExitStatus.OK.code();
    }
}
