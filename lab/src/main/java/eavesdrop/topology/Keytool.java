package eavesdrop.topology;

import eavesdrop.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The JDK's program for keys and certificates.
public final class Keytool {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Keytool() {}

    /// Runs `keytool` with these arguments, in a folder that they may name files of.
    ///
    /// @throws LabException when there is no keytool, or it refuses; with what it says
    public static void run(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        // It lives for half a second, most of which is the JVM getting ready for a long life.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(arguments);
        Programs.Result result = Programs.run(folder, LIMIT, "", _ -> {}, command);
        if (!result.worked()) {
            throw LabException.machine(
                    "keytool refused: " + result.said().strip() + ".",
                    "It was asked: keytool " + String.join(" ", arguments));
        }
    }
}
