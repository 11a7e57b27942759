package eavesdrop.program;

import eavesdrop.LabException;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.mallory.Mallory;
import eavesdrop.chat.mallory.MalloryConfig;
import eavesdrop.chat.mallory.Replacement;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.console.ExitStatus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Mallory as a program of her own, for her container. Standard output is what she sees.
public final class MalloryMain {
    private static final String HELP = """
            Usage: MalloryMain [-i HOST] [-p PORT] [--listen PORT] [--data DIR] [--transport CLASS] [--keys FOLDER]
                               [--replace WORD=OTHER]...
            Waits for clients who take this for the chat server, and passes on what they and the server say.

              -i HOST            the real server (chat-server-real)
              -p PORT            its port (%1$d)
              --listen PORT      where clients come (%1$d; 0 takes any free port)
              --data DIR         keep what is read in DIR/mallory.jsonl
              --transport CLASS  what carries the lines on both sides (plain TCP)
              --keys FOLDER      her own keys, which the transport may use (/keys)
              --replace W=O      write O wherever a client says W
            """.formatted(Limits.DEFAULT_PORT);

    private String host = "chat-server-real";
    private int port = Limits.DEFAULT_PORT;
    private int listen = Limits.DEFAULT_PORT;
    private @Nullable Path data;
    private StudentClasses classes = StudentClasses.NONE;
    private final List<Replacement> replacements = new ArrayList<>();

    private MalloryMain() {}

    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        if (List.of(args).contains("--help")) {
            out.print(HELP);
            return;
        }
        try {
            Mallory mallory = Mallory.start(new MalloryMain().read(new ArrayDeque<>(Arrays.asList(args)), out));
            Runtime.getRuntime().addShutdownHook(new Thread(mallory::close));
            mallory.awaitClose();
        } catch (LabException problem) {
            utf8(FileDescriptor.err).println(problem.what() + " " + problem.remedy());
            System.exit(ExitStatus.of(problem).code());
        }
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private MalloryConfig read(Deque<String> args, PrintStream out) {
        while (!args.isEmpty()) {
            String arg = args.remove();
            switch (arg) {
                case "-i" -> host = valueOf(arg, args);
                case "-p" -> port = ServerOption.port(valueOf(arg, args));
                case "--listen" -> listen = ServerOption.port(valueOf(arg, args));
                case "--data" -> data = Path.of(valueOf(arg, args));
                case "--transport" -> classes = classes.withTransport(valueOf(arg, args));
                case "--keys" -> classes = classes.withKeys(Path.of(valueOf(arg, args)));
                case "--replace" -> replacements.add(Replacement.parse(valueOf(arg, args)));
                default -> throw LabException.usage("“" + arg + "” is not understood.", "See --help.");
            }
        }
        ServerAddress server = ServerOption.address(host, port);
        return new MalloryConfig(
                everyAddress(),
                listen,
                server.host(),
                server.port(),
                classes.makeTransport(),
                replacements,
                Optional.ofNullable(data).map(folder -> folder.resolve("mallory.jsonl")),
                out::println,
                Clock.systemUTC());
    }

    private static InetAddress everyAddress() {
        return new InetSocketAddress(0).getAddress();
    }

    private static String valueOf(String option, Deque<String> args) {
        if (args.isEmpty()) {
            throw LabException.usage(option + " needs a value.", "See --help.");
        }
        return args.remove();
    }
}
