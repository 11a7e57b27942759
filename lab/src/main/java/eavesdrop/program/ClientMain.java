package eavesdrop.program;

import eavesdrop.LabException;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.terminal.Person;
import eavesdrop.chat.terminal.WhoseTerminal;
import eavesdrop.console.ExitStatus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The chat client as the containers run it: `ClientMain [-i HOST] [-p PORT] [--typed PIPE] [--heard FILE]
/// [--transport CLASS] [--sealer CLASS] [--keys FOLDER] [NAME]`.
///
/// Reads its few arguments itself, because it has to start quickly and in little memory.
public final class ClientMain {
    private static final String USAGE =
            "Arguments: [-i HOST] [-p PORT] [--typed PIPE] [--transport CLASS] [--sealer CLASS] [--keys FOLDER] [NAME]";

    private String host = "127.0.0.1";
    private int port = Limits.DEFAULT_PORT;
    private @Nullable Path typed;
    private @Nullable Path heard;
    private StudentClasses classes = StudentClasses.NONE;
    private @Nullable String name;

    private ClientMain() {}

    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        try {
            Person person = new ClientMain().read(new ArrayDeque<>(Arrays.asList(args)));
            new ChatSession(System.getenv(), out::println, err::println).run(person, WhoseTerminal.ATTACHED);
        } catch (LabException problem) {
            err.println("✗ " + problem.what());
            err.println("  → " + problem.remedy());
            System.exit(ExitStatus.of(problem).code());
        }
        System.exit(ExitStatus.OK.code());
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private Person read(Deque<String> args) {
        while (!args.isEmpty()) {
            String arg = args.remove();
            switch (arg) {
                case "-i" -> host = valueOf(arg, args);
                case "-p" -> port = ServerOption.port(valueOf(arg, args));
                case "--typed" -> typed = NamedPipe.at(Path.of(valueOf(arg, args)));
                case "--heard" -> heard = Path.of(valueOf(arg, args));
                case "--transport" -> classes = classes.withTransport(valueOf(arg, args));
                case "--sealer" -> classes = classes.withSealer(valueOf(arg, args));
                case "--keys" -> classes = classes.withKeys(Path.of(valueOf(arg, args)));
                default -> takeName(arg);
            }
        }
        return new Person(
                ServerOption.address(host, port),
                PersonName.choose(name, System.getenv()),
                typed,
                classes.links(),
                heard);
    }

    private void takeName(String arg) {
        if (name != null || arg.startsWith("-")) {
            throw LabException.usage("“" + arg + "” is not understood.", USAGE);
        }
        name = arg;
    }

    private static String valueOf(String option, Deque<String> args) {
        if (args.isEmpty()) {
            throw LabException.usage(option + " needs a value.", USAGE);
        }
        return args.remove();
    }
}
