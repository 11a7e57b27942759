package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.topology.Scenario;
import eavesdrop.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `labw demo`: the whole story in one command.
@Command(
        name = "demo",
        description = {
            "The whole story in one command: start the lab, let Alice and Bob talk, show what an eavesdropper reads from the"
                    + " packets and what the operator keeps, fill in worksheet 2 rightly and wrongly, check both, stop.",
            "A lab that runs already is used and left running."
        },
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private TopologyOption topology = new TopologyOption();

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Copy the capture, the operator's log and the filled-in worksheet there.")
    private @Nullable Path keep;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Topology lab = topology.chooseToStart(console, Scenario.PLAIN);
        lab.runningScenario().ifPresent(running -> needPlain(running));
        boolean wasUp = lab.isUp();
        // With the ticket of a student it would do worksheet 2 for them.
        Ticket ticket = Ticket.guest();
        Path folder = keepFolder();
        try {
            Demo demo = new Demo(console, lab, ticket);
            demo.talk();
            demo.showWhisper();
            boolean asPromised = demo.checkWorksheet();
            if (folder != null) {
                demo.keep(folder);
            }
            return (asPromised ? ExitStatus.OK : ExitStatus.DEFECT).code();
        } finally {
            if (!wasUp) {
                lab.down(console::note);
                console.note("Now do it yourself: README.md, \"The lab, step by step\". What the demo captured is in "
                        + lab.capture() + ".");
            }
        }
    }

    /// Of another scenario, nobody would read a whisper here; and a lab that runs is not ended for a demo.
    private static void needPlain(String scenario) {
        if (!scenario.equals(Scenario.PLAIN.name())) {
            throw LabException.usage(
                    "The demo shows the scenario plain, and this is the scenario " + scenario + ".",
                    "End that lab first: ./labw down");
        }
    }

    // Made before anything starts: a folder that cannot be written is said at once.
    private @Nullable Path keepFolder() {
        if (keep == null) {
            return null;
        }
        try {
            return Files.createDirectories(keep);
        } catch (IOException refused) {
            throw LabException.file("Nothing can be written to " + keep + ".", "Name another folder with --keep DIR.");
        }
    }
}
