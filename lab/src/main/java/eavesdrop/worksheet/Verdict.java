package eavesdrop.worksheet;

import java.util.List;

/// What became of one answer. Only `Right` and `Partly` score.
public sealed interface Verdict {
    /// @param because why this answer is right, where several are; else empty
    /// @param frames the frames of the capture that it rests on
    /// @param logLines the lines of the operator's log that it rests on, from 1
    /// @param besides what it rests on beside these, in words; else empty
    record Right(String because, List<Integer> frames, List<Integer> logLines, String besides) implements Verdict {
        /// Rests on the capture alone.
        public Right(String because, List<Integer> frames) {
            this(because, frames, List.of(), "");
        }
    }

    /// Some of several choices, or some places of an order, are right.
    ///
    /// @param points what it gets, at least 1 and less than all
    /// @param means how much of it is right; never which part
    record Partly(int points, String means) implements Verdict {}

    /// @param means what the answer probably is instead; never the right answer
    /// @param frames frames that the student named and that show what is wrong; never those of the right answer
    record Wrong(String means, List<Integer> frames) implements Verdict {}

    /// The question builds on others, and none of them is right yet. Right or wrong is not told before: half of the
    /// class would have the same right answer here, whatever they looked at.
    ///
    /// @param builtOn the questions, of which one that is wholly right is enough
    record Waits(List<String> builtOn) implements Verdict {
        /// `5.1, 5.2 or 5.3`
        String oneOf() {
            int last = builtOn.size() - 1;
            String others = String.join(", ", builtOn.subList(0, last));
            return others + (others.isEmpty() ? "" : " or ") + builtOn.get(last);
        }
    }

    /// Nothing stands there yet.
    record NotAnswered() implements Verdict {}

    /// Something stands there that cannot be read as an answer of this kind.
    ///
    /// @param line of the Markdown, from 1
    /// @param what is wrong there, one clause
    record Unreadable(int line, String what) implements Verdict {}

    /// The evidence does not hold what it takes to check.
    ///
    /// @param missing says what is missing
    record CannotCheck(String missing) implements Verdict {}

    /// No evidence of this lab can show it, whatever the student does: the local lab has no MAC addresses. Costs
    /// nothing: such an answer counts neither for nor against the total.
    record NotInThisLab(String why) implements Verdict {}

    /// The verdict in one word, for machines.
    default String word() {
        return switch (this) {
            case Right _ -> "right";
            case Partly _ -> "partly-right";
            case Wrong _ -> "wrong";
            case Waits _ -> "waits";
            case NotAnswered _ -> "not-answered";
            case Unreadable _ -> "unreadable";
            case CannotCheck _ -> "cannot-check";
            case NotInThisLab _ -> "not-in-this-lab";
        };
    }

    /// One sentence or clause for the student, or empty.
    default String explanation() {
        return switch (this) {
            case Right(String because, var _, var _, String besides) ->
                because + (because.isEmpty() || besides.isEmpty() ? "" : "; ") + besides;
            case Partly partly -> partly.means();
            case Wrong wrong -> wrong.means();
            case Waits waits -> "it is marked as soon as " + waits.oneOf() + " is right in all its parts";
            case NotAnswered _ -> "";
            case Unreadable(int line, String what) -> "line " + line + ": " + what;
            case CannotCheck(String missing) -> missing;
            case NotInThisLab(String why) -> why;
        };
    }
}
