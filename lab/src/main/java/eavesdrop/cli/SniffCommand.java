package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw sniff [PCAP]`: lets the student's own sniffer read a capture, in a JVM of its own.
@Command(
        name = "sniff",
        description = "Let the sniffer that you wrote in exercise 2 read a capture, and print what it hears.",
        sortOptions = false)
final class SniffCommand implements Callable<Integer> {
    private static final String SNIFFER = "eavesdrop.exercises.lab2.SnifferMain";

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "PCAP", description = "Default: the lab's own capture.")
    private @Nullable Path capture;

    @Option(names = "--port", paramLabel = "PORT", description = "Of the chat server. Default: the lab's own.")
    private @Nullable Integer port;

    @Option(
            names = "--with",
            paramLabel = "exercises|solutions",
            description = "Whose sniffer: your own, or the kit's solution. Default: exercises.")
    private ExerciseClasses.Whose whose = ExerciseClasses.Whose.EXERCISES;

    SniffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path captured = LabFiles.captureOr(Optional.ofNullable(capture));
        int server = port == null ? serverPort(captured) : port;
        Path classes = ExerciseClasses.compileForOneself(whose);
        console.note("Reading " + captured + ", port " + server + " …");
        return (sniff(classes, captured, server) == 0 ? ExitStatus.OK : ExitStatus.WRONG).code();
    }

    /// In a container the server's port is always the same; only the host may publish it as another one.
    private static int serverPort(Path captured) {
        return captured.toString().endsWith(".pcapng") ? LabFiles.settings().port() : Limits.DEFAULT_PORT;
    }

    private static int sniff(Path classes, Path captured, int server) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                SNIFFER,
                captured.toString(),
                String.valueOf(server));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw LabException.machine("Your sniffer cannot be started: " + failed.getMessage(), "Try ./labw doctor.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw LabException.machine("Your sniffer was interrupted.", "Start it again.");
        }
    }
}
