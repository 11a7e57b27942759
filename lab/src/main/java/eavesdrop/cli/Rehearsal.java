package eavesdrop.cli;

import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Uses the commands that read captures for a moment, so that the JVM can learn which classes they need and which
/// code is hot (an AOT cache, JEP 514 and 515). `labw` runs it after a build; nobody else does.
final class Rehearsal {
    private Rehearsal() {}

    /// @param arguments a folder for a capture, which is deleted again
    public static void main(String[] arguments) throws IOException {
        Path capture = Files.createTempFile(Path.of(arguments[0]), "rehearsal", ".pcapng");
        try {
            RehearsalTraffic.write(capture);
            Console console =
                    new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false);
            String name = capture.toString();
            rehearse(console, ExitStatus.OK, "--version");
            rehearse(console, ExitStatus.OK, "streams", name);
            rehearse(console, ExitStatus.OK, "reveal", name);
            rehearse(console, ExitStatus.WRONG, "find", name, "nothing-of-the-kind");
            rehearse(console, ExitStatus.OK, "follow", name, "--stream", "0");
        } finally {
            Files.deleteIfExists(capture);
        }
    }

    /// A command that fails would teach the JVM the wrong things.
    private static void rehearse(Console console, ExitStatus expected, String... command) {
        int status = Main.run(console, command);
        if (status != expected.code()) {
            throw new IllegalStateException(List.of(command) + " ended with status " + status);
        }
    }
}
