package eavesdrop.worksheet;

import java.util.List;

/// What became of one answer. Only `Right` scores.
public sealed interface Verdict {
    /// @param because why this answer is right, where several are; else empty
    /// @param frames the frames of the capture that it rests on
    record Right(String because, List<Integer> frames) implements Verdict {}

    /// @param means what the answer probably is instead; never the right answer
    /// @param frames frames that the student named and that show what is wrong; never those of the right answer
    record Wrong(String means, List<Integer> frames) implements Verdict {}

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

    /// The verdict in one word, for machines.
    default String word() {
        return switch (this) {
            case Right _ -> "right";
            case Wrong _ -> "wrong";
            case NotAnswered _ -> "not-answered";
            case Unreadable _ -> "unreadable";
            case CannotCheck _ -> "cannot-check";
        };
    }

    /// One sentence or clause for the student, or empty.
    default String explanation() {
        return switch (this) {
            case Right right -> right.because();
            case Wrong wrong -> wrong.means();
            case NotAnswered _ -> "";
            case Unreadable(int line, String what) -> "line " + line + ": " + what;
            case CannotCheck(String missing) -> missing;
        };
    }
}
