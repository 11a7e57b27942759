package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.OwnerOnly;
import eavesdrop.console.ExitStatus;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Logger;

/// The file in which a client's JVM writes down the keys of its TLS connections, in the form that Wireshark reads
/// (`tls.keylog_file`; the browsers' SSLKEYLOGFILE).
///
/// The JDK cannot do so. An agent can, which changes the JDK's own classes while they are loaded; an agent has to be
/// there when a JVM starts. So the command runs again in a JVM of its own, on the same terminal.
final class KeyLog {
    /// Set in the JVM that has the agent.
    private static final String HAS_AGENT = "eavesdrop.key-log";

    private static final String AGENT = "name.neykov.secrets.AgentMain";

    private KeyLog() {}

    /// Whether this JVM is the one that writes the keys down.
    static boolean isHere() {
        return System.getProperty(HAS_AGENT) != null;
    }

    /// Runs a command line of the kit once more, with the agent. Keys are added at the end of the file.
    ///
    /// @param notes hears what can be done with the keys, or that there are none
    /// @return its exit status
    /// @throws LabException (file) when the file cannot be written
    static int run(Path file, List<String> arguments, Consumer<String> notes) {
        needWritable(file);
        try {
            long before = Files.size(file);
            int status = new ProcessBuilder(command(file, arguments))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (Files.size(file) > before) {
                notes.accept("The keys of this connection are in " + file + ". Wireshark reads it with them:");
                notes.accept(wireshark(file));
            } else {
                notes.accept("No TLS connection was made, so " + file + " holds no new keys.");
            }
            return status;
        } catch (IOException impossible) {
            throw LabException.machine(
                    "Another JVM cannot be started here: " + impossible.getMessage(), "Look with './labw doctor'.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitStatus.OK.code();
        }
    }

    /// To be copied as it is, where this machine has a capture of the lab.
    private static String wireshark(Path file) {
        return "wireshark -o tls.keylog_file:" + file
                + LabFiles.capture().map(capture -> " " + capture).orElse(" and the capture");
    }

    private static void needWritable(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, OwnerOnly.attributes(file));
            }
        } catch (IOException refused) {
            throw LabException.file(
                    "The keys cannot be written into " + file + ".", "Name a file in a folder that is there.");
        }
        if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
            throw LabException.file(file + " is no file that can be written.", "Name another file.");
        }
    }

    private static List<String> command(Path file, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-PrintWarnings", // of the JVM: that it starts more slowly with an agent
                "--enable-native-access=ALL-UNNAMED",
                "-javaagent:" + agent() + "=" + file.toAbsolutePath(),
                "-Djava.util.logging.config.class=" + Silence.class.getName(),
                "-D" + HAS_AGENT + "=" + file,
                "-Deavesdrop.home=" + LabFiles.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private static Path agent() {
        try {
            Class<?> agent = Class.forName(AGENT, false, KeyLog.class.getClassLoader());
            return Path.of(
                    agent.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException absent) {
            throw LabException.machine(
                    "The library that logs TLS keys (extract-tls-secrets) is not there.",
                    "Build the kit anew: remove the folder lab/target, then run the command again.");
        }
    }

    /// The agent greets on the terminal, where the chat has its screen. Who makes this makes no handler: nothing is
    /// printed.
    public static final class Silence {
        public Silence() {
            Logger.getLogger("").setUseParentHandlers(false);
        }
    }
}
