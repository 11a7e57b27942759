package eavesdrop.worksheet;

import eavesdrop.worksheet.Verdict.CannotCheck;
import eavesdrop.worksheet.Verdict.NotInThisLab;
import eavesdrop.worksheet.Verdict.Partly;
import eavesdrop.worksheet.Verdict.Right;
import java.util.List;
import java.util.stream.Stream;

/// A checked worksheet.
///
/// @param number of the lab
/// @param title of the worksheet
/// @param results one for each blank, in the order of the worksheet
/// @param kept guesses and explanations, which nobody checks
/// @param notes what else was noticed: blocks that belong to no question, what the capture could not show
/// @param foreign codewords in the answers and in the capture that are not this student's; each stands in a note, too
public record Report(
        int number, String title, List<Result> results, List<Kept> kept, List<String> notes, List<String> foreign) {
    /// One blank and what became of it.
    ///
    /// @param typed what the student typed; empty when nothing
    /// @param of the points it is worth; 0 where this lab cannot show it
    /// @param filter a Wireshark display filter: for a right answer it shows the evidence, else it helps to look
    public record Result(BlankId id, String typed, Verdict verdict, int of, String filter) {
        /// The points it got.
        public int points() {
            return switch (verdict) {
                case Right _ -> of;
                case Partly partly -> partly.points();
                case Verdict.Wrong _,
                        Verdict.Waits _,
                        Verdict.NotAnswered _,
                        Verdict.Unreadable _,
                        CannotCheck _,
                        NotInThisLab _ -> 0;
            };
        }
    }

    /// A guess or an explanation.
    public record Kept(AnswerSheet.Purpose purpose, String id, String text) {}

    /// The same with one more thing that was noticed, before the others.
    public Report noting(String sentence) {
        List<String> more = Stream.concat(Stream.of(sentence), notes.stream()).toList();
        return new Report(number, title, results, kept, more, foreign);
    }

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

    /// Whether every answer is right that this lab can show.
    public boolean allRight() {
        return of() > 0
                && results.stream()
                        .map(Result::verdict)
                        .allMatch(verdict -> verdict instanceof Right || verdict instanceof NotInThisLab);
    }

    /// Whether the evidence did not suffice for an answer that is there.
    public boolean lacksEvidence() {
        return results.stream().anyMatch(result -> result.verdict() instanceof CannotCheck);
    }
}
