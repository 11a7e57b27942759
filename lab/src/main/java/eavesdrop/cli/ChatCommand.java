package eavesdrop.cli;

import eavesdrop.chat.client.Links;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.terminal.Person;
import eavesdrop.chat.terminal.WhoseTerminal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw chat`: a person joins the chat from this machine.
@Command(
        name = "chat",
        description = "Join the chat from this machine.",
        mixinStandardHelpOptions = true,
        footer = {"", "In the chat, /help shows what you can type."})
final class ChatCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = {"-i", "--host"},
            paramLabel = "HOST",
            description = "The machine where the chat server listens (default: ${DEFAULT-VALUE}).",
            defaultValue = "127.0.0.1")
    private String host = "";

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "Its port (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + Limits.DEFAULT_PORT)
    private int port;

    @Option(names = "--transport", paramLabel = "CLASS", description = "What carries the lines. Default: plain TCP.")
    private @Nullable String transport;

    @Option(names = "--sealer", paramLabel = "CLASS", description = "What closes your text. Default: nothing.")
    private @Nullable String sealer;

    @Option(
            names = "--keys",
            paramLabel = "FOLDER",
            description = "The keys that the transport may use (default: ${DEFAULT-VALUE}).",
            defaultValue = "labs/keys/client")
    private Path keys = Path.of("labs/keys/client");

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
        Person person = new Person(
                ServerOption.address(host, port), PersonName.choose(name, System.getenv()), null, links(), null);
        new ChatSession(System.getenv(), console::print, console::note).run(person, WhoseTerminal.OWN);
        return ExitStatus.OK.code();
    }

    private Links links() {
        return new StudentClasses(Optional.ofNullable(transport), Optional.ofNullable(sealer), keys).links();
    }
}
