package eavesdrop.worksheet;

import java.util.List;
import java.util.Optional;

/// What the evidence answers to an expectation.
public sealed interface Finding {
    /// It knows.
    ///
    /// @param accepted every answer that is right, never empty; the plainest first
    /// @param frames the frames that show it
    /// @param logLines the lines of the operator's log that show it
    /// @param besides what shows it beside these, in words: lines of another log, or what was searched in vain
    record Known(List<Accepted> accepted, List<Integer> frames, List<Integer> logLines, String besides)
            implements Finding {
        /// Shown by capture and operator's log.
        Known(List<Accepted> accepted, List<Integer> frames, List<Integer> logLines) {
            this(accepted, frames, logLines, "");
        }

        /// Shown by the capture alone.
        Known(List<Accepted> accepted, List<Integer> frames) {
            this(accepted, frames, List.of());
        }

        /// The plainest right answer.
        Answer plainest() {
            return accepted.getFirst().answer();
        }

        Optional<Accepted> accepting(Answer given) {
            return accepted.stream().filter(one -> one.answer().means(given)).findFirst();
        }
    }

    /// It cannot know; a sentence says what the evidence lacks, without giving an answer away.
    record Missing(String what) implements Finding {}

    /// No evidence of this kind of lab can show it; a sentence says why.
    record NotHere(String why) implements Finding {}

    /// A right answer.
    ///
    /// @param because why this one is right, too, where several are; else empty
    record Accepted(Answer answer, String because) {
        static Accepted plainly(Answer answer) {
            return new Accepted(answer, "");
        }

        /// The only answer that is right.
        static List<Accepted> only(Answer answer) {
            return List.of(plainly(answer));
        }
    }

    /// Those findings that know.
    static List<Known> known(List<Finding> findings) {
        return findings.stream()
                .filter(Known.class::isInstance)
                .map(Known.class::cast)
                .toList();
    }

    /// What the first of those lacks that do not know; empty when all know.
    static String missing(List<Finding> findings) {
        return findings.stream()
                .filter(Missing.class::isInstance)
                .map(finding -> ((Missing) finding).what())
                .findFirst()
                .orElse("");
    }
}
