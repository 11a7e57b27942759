package eavesdrop.cli;

import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.topology.HostInterface;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `labw iface`: the host interface on which the chat can be captured.
@Command(
        name = "iface",
        description = "The network interface of this host that leads to chat_server.",
        sortOptions = false)
final class IfaceCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--json", description = "Print one JSON value.")
    private boolean json;

    IfaceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        HostInterface found = options.choose(console).hostInterface();
        if (json) {
            console.json(new TreeMap<>(Map.of("interface", found.name(), "index", found.index())));
        } else {
            console.print(found.name());
            console.note("It is number " + found.index() + " of the interfaces of this machine.");
        }
        return ExitStatus.OK.code();
    }
}
