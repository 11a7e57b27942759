package eavesdrop.cli;

import java.util.Map;
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
    private TopologyOption topology = new TopologyOption();

    @Option(names = "--json", description = "Print one JSON value.")
    private boolean json;

    IfaceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String name = topology.choose(console).hostInterface();
        if (json) {
            console.json(Map.of("interface", name));
        } else {
            console.print(name);
        }
        return ExitStatus.OK.code();
    }
}
