package eavesdrop.worksheet;

import java.util.List;

/// A checked worksheet.
///
/// @param number of the lab
/// @param title of the worksheet
/// @param results one for each blank, in the order of the worksheet
/// @param kept guesses and explanations, which nobody checks
/// @param notes what else was noticed: blocks that belong to no question, what the capture could not show
public record Report(int number, String title, List<Result> results, List<Kept> kept, List<String> notes) {
    /// One blank and what became of it.
    ///
    /// @param typed what the student typed; empty when nothing
    /// @param of the points it is worth
    /// @param filter a Wireshark display filter: for a right answer it shows the evidence, else it helps to look
    public record Result(BlankId id, String typed, Verdict verdict, int of, String filter) {
        /// The points it got.
        public int points() {
            return verdict instanceof Verdict.Right ? of : 0;
        }
    }

    /// A guess or an explanation.
    public record Kept(AnswerSheet.Purpose purpose, String id, String text) {}

    /// The points of all answers.
    public int points() {
        return results.stream().mapToInt(Result::points).sum();
    }

    /// The points that can be had.
    public int of() {
        return results.stream().mapToInt(Result::of).sum();
    }

    /// Whole percent, rounded down: 100 only when all is right.
    public int percent() {
        return of() == 0 ? 0 : points() * 100 / of();
    }

    /// Whether every answer is right.
    public boolean allRight() {
        return !results.isEmpty() && results.stream().allMatch(result -> result.verdict() instanceof Verdict.Right);
    }

    /// Whether the evidence did not suffice for an answer that is there.
    public boolean lacksEvidence() {
        return results.stream().anyMatch(result -> result.verdict() instanceof Verdict.CannotCheck);
    }
}
