package eavesdrop.exercise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The JVM that runs the tests of one part, wherever that is.
///
/// @param mainClass the class whose `main` runs a `TestJvm`
/// @param classPath the kit and the libraries of the tests
/// @param events the file in which the JVM tells what happens
/// @param folder in which the tests run
/// @param atMost after which it is ended
public record JvmCall(
        String mainClass,
        List<Path> classPath,
        Compiled compiled,
        String packageName,
        String part,
        Path events,
        Path folder,
        RunLimits limits,
        Duration atMost) {

    /// What it reads: nothing of the folder in which it runs. A class path may name what is not there.
    public List<Path> read() {
        return Stream.of(classPath, compiled.folders())
                .flatMap(List::stream)
                .distinct()
                .filter(Files::exists)
                .toList();
    }

    /// The command that starts it.
    ///
    /// @param java the program
    /// @param separator between the places of a class path
    /// @param seen how a file is called where the JVM runs
    public List<String> command(String java, String separator, Function<Path, String> seen) {
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx" + limits.memory() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xlog:all=off",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                classPath.stream().map(seen).collect(Collectors.joining(separator)),
                mainClass,
                seen.apply(events),
                packageName,
                part,
                "" + limits.time().toMillis(),
                "" + limits.memory(),
                "" + limits.printed(),
                "" + limits.threads(),
                seen.apply(compiled.tests())));
        compiled.folders().stream().map(seen).forEach(command::add);
        return command;
    }
}
