package eavesdrop.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a class of the kit or of its tests as a process of its own, with the options that `labw`
/// gives to short commands: so it starts soon, and leaves the processor to other tests.
public final class JavaCommand {
    private static final List<String> STARTS_SOON =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private JavaCommand() {}

    /// @return a list that may be added to: what follows are more arguments
    public static List<String> of(String mainClass, String... arguments) {
        return with(List.of(), mainClass, arguments);
    }

    /// @param options for the JVM, for example `-Deavesdrop.home=FOLDER`
    public static List<String> with(List<String> options, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(STARTS_SOON);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }
}
