package eavesdrop.exercise;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Where the JVMs run that test an exercise.
public interface JvmPlace {
    /// On this machine, with the rights of whoever started the kit.
    JvmPlace HERE = call -> call.command(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), File.pathSeparator, Path::toString);

    /// The command that starts a JVM there. Whoever ends the command need not have ended the JVM: that ends by
    /// itself after its time.
    List<String> command(JvmCall call);

    /// How long it takes at most until a program runs there.
    default Duration start() {
        return Duration.ZERO;
    }

    /// Is asked when a JVM has told nothing. Was it the student's code, or was the JVM never started?
    ///
    /// @throws eavesdrop.LabException when it cannot be
    default void needWorking(JvmCall call) {}
}
