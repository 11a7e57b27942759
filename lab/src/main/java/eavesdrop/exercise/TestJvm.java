package eavesdrop.exercise;

import eavesdrop.exercise.Event.Kind;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// What happens inside the JVM that runs the tests of one part: the tests, and whatever ends them before their time.
public final class TestJvm {
    /// Exit status of a JVM whose memory was used up, for when not even that can be told any more.
    static final int OUT_OF_MEMORY = 97;

    private final TaggedTests tests;
    private final StudentCode code;
    private final RunLimits limits;
    private final Consumer<Event> tell;
    private final IntConsumer halt;
    private volatile boolean over;

    /// @param halt ends this JVM at once, with a status and without running anything else
    public TestJvm(TaggedTests tests, StudentCode code, RunLimits limits, Consumer<Event> tell, IntConsumer halt) {
        this.tests = tests;
        this.code = code;
        this.limits = limits;
        this.tell = tell;
        this.halt = halt;
    }

    StudentCode code() {
        return code;
    }

    /// Runs the tests of a part on this thread and ends the JVM.
    public void run(String part) {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        countOutput();
        Runtime.getRuntime().addShutdownHook(new Thread(this::tellWhoExits));
        new Watch(limits, this, Thread.currentThread()).start();
        try {
            tests.run(part, tell);
            tellWhatStillRuns(before);
            over = true;
            halt.accept(0);
        } catch (OutOfMemoryError full) {
            endFor(full);
        }
    }

    /// Tells why the tests end here, and ends the JVM.
    void end(Kind why, List<StackTraceElement> frames) {
        tell.accept(new Event(why, "", "", "", frames));
        over = true;
        halt.accept(1);
    }

    private void endFor(OutOfMemoryError full) {
        try {
            end(Kind.MEMORY, List.of(full.getStackTrace()));
        } catch (OutOfMemoryError again) {
            halt.accept(OUT_OF_MEMORY);
        }
    }

    private void countOutput() {
        CountedOutput counted = new CountedOutput(
                new FileOutputStream(FileDescriptor.out),
                limits.printed(),
                () -> end(Kind.FLOODED, List.of(Thread.currentThread().getStackTrace())));
        PrintStream printing = new PrintStream(counted, true, StandardCharsets.UTF_8);
        System.setOut(printing);
        System.setErr(printing);
    }

    /// Runs when someone called `System.exit`: that thread still stands there.
    private void tellWhoExits() {
        if (!over) {
            List<List<StackTraceElement>> exiting = Thread.getAllStackTraces().values().stream()
                    .map(List::of)
                    .filter(stack -> stack.stream().anyMatch(TestJvm::isExit))
                    .toList();
            end(Kind.EXITED, code.blamed(exiting));
        }
    }

    private static boolean isExit(StackTraceElement frame) {
        return frame.getClassName().equals("java.lang.Runtime")
                && frame.getMethodName().equals("exit");
    }

    private void tellWhatStillRuns(Set<Thread> before) {
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            List<StackTraceElement> stack = List.of(entry.getValue());
            if (!before.contains(thread)
                    && !thread.isDaemon()
                    && code.place(stack).isPresent()) {
                tell.accept(new Event(Kind.LEFT_RUNNING, "", thread.getName(), "", stack));
            }
        }
    }
}
