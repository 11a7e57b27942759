package eavesdrop.exercise;

import java.util.List;
import java.util.Optional;

/// What the tests of one part say.
public sealed interface Outcome {
    /// All pass.
    ///
    /// @param tests how many
    record Right(int tests) implements Outcome {}

    /// The student has not written it yet.
    record NotDone(List<Todo> todos) implements Outcome {}

    /// Its tests need another part first.
    record Waits(String part) implements Outcome {}

    /// At least one test fails.
    ///
    /// @param failures the tests that failed, in the order in which they ran; at least one
    /// @param passed how many tests pass; those that could not run any more are in neither number
    record Failing(List<Failure> failures, int passed) implements Outcome {
        public Failing {
            failures = List.copyOf(failures);
        }

        public Failure first() {
            return failures.getFirst();
        }
    }

    /// A test that failed.
    ///
    /// @param test its name, in words
    /// @param steps what it did up to there
    /// @param what went wrong then, in the student's terms; may have several lines
    /// @param where in the student's code, if it was there
    record Failure(String test, List<String> steps, String what, Optional<StackTraceElement> where) {}

    default boolean isRight() {
        return this instanceof Right;
    }
}
