package eavesdrop.cli;

import eavesdrop.topology.Topology;
import eavesdrop.topology.Topology.Party;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `labw status`: who runs, and where the evidence lands.
@Command(name = "status", description = "Who runs, and where the evidence lands.", sortOptions = false)
final class StatusCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private TopologyOption topology = new TopologyOption();

    @Option(names = "--json", description = "Print one JSON value.")
    private boolean json;

    StatusCommand(Console console) {
        this.console = console;
    }

    /// What `--json` prints.
    record Report(String topology, boolean up, List<Party> parties, String capture, String operatorLog) {}

    @Override
    public Integer call() {
        Topology lab = topology.choose(console);
        if (json) {
            console.json(new Report(
                    lab.name(),
                    lab.isUp(),
                    lab.parties(),
                    lab.capture().toString(),
                    lab.operatorLog().toString()));
        } else {
            print(console, lab);
        }
        return ExitStatus.OK.code();
    }

    static void print(Console console, Topology lab) {
        console.print("topology: " + lab.name());
        for (Party party : lab.parties()) {
            String mark = party.running() ? console.green("✓") : console.red("✗");
            console.print("%s %-15s %s".formatted(mark, party.name(), party.detail()));
        }
        console.print("  capture         " + file(lab.capture()));
        console.print("  operator's log  " + file(lab.operatorLog()));
    }

    private static String file(Path file) {
        return Files.exists(file) ? file.toString() : "none yet";
    }
}
