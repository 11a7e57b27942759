package eavesdrop.printing;

import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.ExerciseRun;
import eavesdrop.exercise.ExerciseRun.PartResult;
import eavesdrop.exercise.ExerciseRun.Ran;
import java.util.List;

/// What came of an exercise, for programs.
///
/// @param points of the parts that ran
/// @param of all points of the exercise
public record ExerciseJson(int exercise, String title, boolean compiles, int points, int of, List<PartJson> parts) {
    public static ExerciseJson of(Exercise exercise, ExerciseRun run) {
        List<PartResult> results = run instanceof Ran ran ? ran.parts() : List.of();
        int points = results.stream().mapToInt(PartResult::points).sum();
        return new ExerciseJson(
                exercise.number(),
                exercise.title(),
                run instanceof Ran,
                points,
                exercise.points(),
                results.stream().map(PartJson::of).toList());
    }

    /// @param outcome `right`, `failing`, `not-done` or `waits`
    /// @param says why it is not right
    record PartJson(String part, String outcome, int points, int of, String says) {
        static PartJson of(PartResult result) {
            return new PartJson(
                    result.part().id(),
                    ExercisePrinter.word(result.outcome()),
                    result.points(),
                    result.part().points(),
                    ExercisePrinter.says(result.outcome()));
        }
    }
}
