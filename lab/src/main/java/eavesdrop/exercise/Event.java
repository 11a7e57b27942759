package eavesdrop.exercise;

import java.util.List;

/// Something that happened while the tests of one part ran.
///
/// @param test which test, in words; empty when it belongs to none
/// @param text what was said, or the message of what was thrown
/// @param thrown the name of the class of what was thrown; empty when nothing was
/// @param frames where, the innermost call first
public record Event(Kind kind, String test, String text, String thrown, List<StackTraceElement> frames) {
    public enum Kind {
        /// A test begins.
        STARTED,
        /// The test tells a step that it takes.
        SAID,
        PASSED,
        /// An expectation of the test does not hold.
        UNMET,
        /// Something else was thrown.
        THROWN,
        /// A `TodoException`: `text` is its message.
        TODO,
        /// The test cannot run here; `text` says why.
        SKIPPED,
        /// The time is over.
        HUNG,
        /// Threads wait for each other.
        DEADLOCKED,
        /// Too much was printed.
        FLOODED,
        /// `System.exit` was called.
        EXITED,
        /// The memory is used up.
        MEMORY,
        /// Too many threads were started.
        THREADS,
        /// A thread that would keep a program from ending still runs after the tests; `text` is its name.
        LEFT_RUNNING,
        /// All tests ran.
        DONE
    }

    static Event of(Kind kind, String test, String text) {
        return new Event(kind, test, text, "", List.of());
    }
}
