package eavesdrop.cli;

import eavesdrop.console.Console;
import java.util.Set;
import java.util.function.IntSupplier;

/// What somebody is told who ends a command before it is done (Ctrl-C), where that leaves the lab half way.
final class Interruption {
    private static final Set<String> CHANGES_THE_LAB = Set.of("demo", "down", "matrix", "play", "up");

    private Interruption() {}

    /// Runs a command.
    ///
    /// @param args as it was typed
    /// @return its exit status
    static int toldDuring(Console console, IntSupplier command, String... args) {
        if (args.length == 0 || !CHANGES_THE_LAB.contains(args[0])) {
            return command.getAsInt();
        }
        Thread tell = new Thread(() -> tell(console));
        Runtime.getRuntime().addShutdownHook(tell);
        try {
            return command.getAsInt();
        } finally {
            forget(tell);
        }
    }

    private static void tell(Console console) {
        console.problem(
                "The command was ended before it was done.",
                "'./labw status' says what runs now; './labw down' takes the lab away.");
    }

    private static void forget(Thread tell) {
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(tell);
        } catch (IllegalStateException ending) {
            // It is being told.
        }
    }
}
