package eavesdrop.exercise;

import eavesdrop.exercise.Event.Kind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Looks on while student's code runs, from a thread of its own in the same JVM, because only from inside one can say
/// where the code is. When it goes on for too long, waits for itself, or starts threads without end, the watch tells
/// so and ends the JVM.
public final class Watch {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final RunLimits limits;
    private final TestJvm jvm;
    private final Thread tests;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    Watch(RunLimits limits, TestJvm jvm, Thread tests) {
        this.limits = limits;
        this.jvm = jvm;
        this.tests = tests;
    }

    /// Starts the thread; it ends with the JVM.
    void start() {
        Thread.ofPlatform().daemon().name("watch").start(this::watch);
    }

    private void watch() {
        long end = System.nanoTime() + limits.time().toNanos();
        try {
            while (System.nanoTime() < end) {
                Thread.sleep(LOOK_AGAIN);
                if (threads.getThreadCount() > limits.threads()) {
                    jvm.end(Kind.THREADS, stackOfTheStudent());
                }
                endWhenDeadlocked();
            }
        } catch (InterruptedException never) {
            // Nobody knows this thread. If someone found it: the time is then over.
        }
        jvm.end(Kind.HUNG, stackOfTheStudent());
    }

    private void endWhenDeadlocked() {
        long[] waiting = threads.findDeadlockedThreads();
        if (waiting != null) {
            List<StackTraceElement> places = new ArrayList<>();
            for (ThreadInfo info : threads.getThreadInfo(waiting, 100)) {
                if (info != null) {
                    jvm.code().place(List.of(info.getStackTrace())).ifPresent(places::add);
                }
            }
            jvm.end(Kind.DEADLOCKED, places);
        }
    }

    /// Where the test is; if it only waits, where another thread is that runs the student's code.
    private List<StackTraceElement> stackOfTheStudent() {
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        Stream<Thread> testFirst = all.keySet().stream()
                .sorted(Comparator.comparing((Thread thread) -> !thread.equals(tests))
                        .thenComparingLong(Thread::threadId));
        return jvm.code()
                .blamed(testFirst.map(thread -> List.of(all.get(thread))).toList());
    }
}
