package eavesdrop.cli;

import eavesdrop.topology.Topology;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `labw up`: starts the lab and returns when every party answers.
@Command(
        name = "up",
        description = "Start the lab; returns when the server and every client answer.",
        sortOptions = false)
final class UpCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private TopologyOption topology = new TopologyOption();

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Topology lab = topology.choose(console);
        new Stage(lab, console).up();
        StatusCommand.print(console, lab);
        console.note("Next: let them talk with './labw play 2', join with './labw chat', listen with './labw reveal'.");
        return ExitStatus.OK.code();
    }
}
