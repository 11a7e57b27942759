package eavesdrop.exercise;

import eavesdrop.exercise.Exercise.Part;
import java.util.List;

/// What came of running an exercise.
public sealed interface ExerciseRun {
    /// The student's files do not compile.
    record DoesNotCompile(List<CompileError> errors) implements ExerciseRun, Compilation {}

    /// The student's files compile, but the tests do not compile against them: a name or a parameter has changed.
    record DoesNotFit(List<CompileError> errors) implements ExerciseRun, Compilation {}

    /// The tests of these parts ran.
    record Ran(List<PartResult> parts) implements ExerciseRun {
        public Ran {
            parts = List.copyOf(parts);
        }

        public int points() {
            return parts.stream().mapToInt(PartResult::points).sum();
        }
    }

    /// What came of one part.
    ///
    /// @param printed the beginning of what the student's code printed
    /// @param notes what the student should know though no test asks for it
    record PartResult(Part part, Outcome outcome, String printed, List<String> notes) {
        public int points() {
            return outcome.isRight() ? part.points() : 0;
        }
    }

    /// Whether all that ran is right.
    default boolean allRight() {
        return this instanceof Ran ran
                && ran.parts().stream().allMatch(part -> part.outcome().isRight());
    }
}
