package eavesdrop.cli;

import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.topology.Topology;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `labw down`: ends the lab. Captures and logs stay.
@Command(name = "down", description = "Stop the lab. The captures and the operator's logs stay.", sortOptions = false)
final class DownCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--force", description = "Also a lab that another copy of the kit has started on this machine.")
    private boolean force;

    DownCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Topology lab = options.choose(console);
        boolean ran = force || lab.isUp();
        // What a crash left behind is cleared away in any case.
        Consumer<String> progress = ran ? console::note : _ -> {};
        if (force) {
            lab.downWhoeverBegan(progress);
        } else {
            lab.down(progress);
        }
        console.note((ran ? "The lab is down." : "No lab was running.") + " What was captured stays in "
                + lab.capture().getParent() + ".");
        return ExitStatus.OK.code();
    }
}
