package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.chat.client.Links;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.terminal.Person;
import eavesdrop.chat.terminal.WhoseTerminal;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.program.ChatSession;
import eavesdrop.program.PersonName;
import eavesdrop.program.ServerOption;
import eavesdrop.program.StudentClasses;
import eavesdrop.topology.Scenario;
import eavesdrop.topology.Topology;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `labw chat`: a person joins the chat from this machine.
@Command(
        name = "chat",
        description = "Join the chat from this machine.",
        mixinStandardHelpOptions = true,
        footer = {"", "In the chat, /help shows what you can type."})
final class ChatCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = {"-i", "--host"},
            paramLabel = "HOST",
            description = "The machine where the chat server listens (default: the lab that './labw up' started).")
    private @Nullable String host;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "Its port (default: that of the lab; LAB_PORT, if set; else " + Limits.DEFAULT_PORT + ").")
    private @Nullable Integer port;

    @Option(names = "--transport", paramLabel = "CLASS", description = "What carries the lines. Default: plain TCP.")
    private @Nullable String transport;

    @Option(names = "--sealer", paramLabel = "CLASS", description = "What closes your text. Default: nothing.")
    private @Nullable String sealer;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            completionCandidates = CompletionCommand.Scenarios.class,
            description = "Join as the people of that scenario do: its classes carry your lines and close your text.")
    private @Nullable String scenario;

    @Option(
            names = "--with",
            paramLabel = "exercises|solutions",
            description = "Whose classes the scenario uses: your own, or the kit's solutions. Default: exercises.")
    private ExerciseClasses.Whose whose = ExerciseClasses.Whose.EXERCISES;

    @Option(
            names = "--key-log",
            paramLabel = "FILE",
            description =
                    "Write the TLS keys of your own connection into this file. With it Wireshark reads what you say"
                            + " and hear, and so does whoever gets hold of it.")
    private @Nullable Path keyLog;

    @Option(
            names = "--keys",
            paramLabel = "FOLDER",
            description = "The keys that the transport may use (default: labs/keys/client of the kit).")
    private @Nullable Path keys;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Your name in the chat (default: the name that this machine knows you by).")
    private @Nullable String name;

    ChatCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (keyLog != null && !KeyLog.isHere()) {
            return KeyLog.run(
                    keyLog, command.commandLine().getParent().getParseResult().originalArgs(), console::note);
        }
        Person person = new Person(address(), PersonName.choose(name, System.getenv()), null, links(), null);
        new ChatSession(System.getenv(), console::print, console::note).run(person, WhoseTerminal.OWN);
        return ExitStatus.OK.code();
    }

    /// What the person named; for the rest, the lab that runs.
    private ServerAddress address() {
        Optional<Topology> lab = host == null && port == null ? TopologyOption.running() : Optional.empty();
        lab.map(WhereToLook::in).ifPresent(this::needItsClasses);
        return lab.flatMap(Topology::chatAt)
                .orElseGet(() -> ServerOption.address(
                        Objects.requireNonNullElse(host, "127.0.0.1"),
                        Objects.requireNonNullElseGet(
                                port, () -> LabFiles.settings().port())));
    }

    /// A server that speaks TLS does not understand a client that does not.
    private void needItsClasses(WhereToLook running) {
        boolean speaksPlainly = scenario == null && transport == null;
        if (speaksPlainly && running.isTls()) {
            throw LabException.usage(
                    "The lab that runs has the scenario " + running.scenario().name()
                            + ", and its server does not speak plain TCP.",
                    "Join with " + running.joining() + ".");
        }
    }

    private Links links() {
        if (scenario == null && transport == null && sealer == null) {
            return Links.PLAIN;
        }
        Scenario classes = scenario == null ? Scenario.PLAIN : compiled(scenario);
        return new StudentClasses(
                        Optional.ofNullable(transport).or(() -> classes.at("CHAT_CLIENT_TRANSPORT")),
                        Optional.ofNullable(sealer).or(() -> classes.at("CHAT_CLIENT_SEALER")),
                        Optional.ofNullable(keys)
                                .orElseGet(() -> LabFiles.settings().keys().resolve("client")),
                        classes.classes())
                .links();
    }

    private Scenario compiled(String name) {
        Scenario named = Scenario.named(LabFiles.settings().labs(), name);
        return named.needsClasses() ? named.withClasses(ExerciseClasses.compileForOneself(whose)) : named;
    }
}
