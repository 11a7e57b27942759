package eavesdrop.cli;

import eavesdrop.console.Console;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// The commands that read whole captures, called with nothing but what they read: `streams PCAP`, `reveal PCAP`,
/// `find PCAP TEXT`.
///
/// The library that reads command lines takes longer to set itself up than `grep` takes for 300 MB. Where there is no
/// option to understand nothing is set up. Everything else goes through the library, and comes to the same.
final class DirectCall {
    private DirectCall() {}

    /// The command for these arguments, ready to be called; nothing where it takes more to understand them.
    static Optional<Callable<Integer>> of(Console console, String... arguments) {
        return areOperands(arguments) ? Optional.ofNullable(command(console, arguments)) : Optional.empty();
    }

    /// What begins with a `-` is an option, or means something else; what begins with an `@` names a file of arguments.
    private static boolean areOperands(String... arguments) {
        for (String argument : arguments) {
            if (argument.isEmpty() || argument.charAt(0) == '-' || argument.charAt(0) == '@') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Callable<Integer> command(Console console, String... arguments) {
        if (arguments.length == 2 && arguments[0].equals("streams")) {
            return new StreamsCommand(console, arguments[1]);
        }
        if (arguments.length == 2 && arguments[0].equals("reveal")) {
            return new RevealCommand(console, arguments[1]);
        }
        if (arguments.length == 3 && arguments[0].equals("find")) {
            return new FindCommand(console, arguments[1], arguments[2]);
        }
        return null;
    }
}
