package eavesdrop.cli;

import eavesdrop.console.Console;
import eavesdrop.exercise.JvmCall;
import eavesdrop.exercise.JvmPlace;
import eavesdrop.topology.Sandbox;
import java.time.Duration;
import java.util.List;

/// Tests of exercises in containers: each JVM in one of its own.
record SandboxedJvm(Sandbox sandbox) implements JvmPlace {
    /// Beside the heap: what the JVM itself, its code and its threads take.
    private static final int BESIDE_THE_HEAP = 384;

    /// Beside those that the student's code may start: those of the JVM.
    private static final int THREADS_OF_JVM = 64;

    /// On a busy machine a container takes seconds to start.
    private static final Duration START = Duration.ofSeconds(20);

    /// Where tests run.
    ///
    /// @param sandbox whether a person wants them in containers; if so, this sees to it that they can start
    /// @throws eavesdrop.LabException when they cannot
    static JvmPlace where(boolean sandbox, Console console) {
        return sandbox ? new SandboxedJvm(Sandbox.prepare(LabFiles.home(), console::note)) : JvmPlace.HERE;
    }

    @Override
    public List<String> command(JvmCall call) {
        return sandbox.command(program(call));
    }

    @Override
    public void needWorking(JvmCall call) {
        sandbox.needWorking(program(call));
    }

    private static Sandbox.Program program(JvmCall call) {
        return new Sandbox.Program(
                call.read(),
                call.events(),
                call.folder(),
                call.limits().memory() + BESIDE_THE_HEAP,
                call.limits().threads() + THREADS_OF_JVM,
                call.atMost(),
                call.command(Sandbox.JAVA, ":", Sandbox::seen));
    }

    @Override
    public Duration start() {
        return START;
    }
}
