package eavesdrop.worksheet;

import eavesdrop.worksheet.Expectation.LogLinesWith;
import eavesdrop.worksheet.Expectation.OfRecord;
import java.util.List;
import java.util.Optional;

/// One place in an answer block that wants an answer: `frame:`.
///
/// @param name what stands before the colon
/// @param options what a choice offers; empty for the other kinds
/// @param expected questions to the evidence; an answer that fits any of them is right
/// @param wrong what usual wrong answers mean
public record Blank(
        String name, AnswerKind kind, List<String> options, List<Expectation> expected, List<WrongAnswer> wrong) {
    /// The log in which the answer stands; empty where it stands in the capture.
    Optional<RecordQuery.Log> log() {
        return record().map(RecordQuery::log);
    }

    /// The record that the answer is about; empty where the answer stands in the capture.
    Optional<RecordQuery> record() {
        return expected.stream().flatMap(one -> record(one).stream()).findFirst();
    }

    private static Optional<RecordQuery> record(Expectation expectation) {
        if (expectation instanceof OfRecord of) {
            return Optional.of(of.record());
        }
        return expectation instanceof LogLinesWith with ? Optional.of(with.record()) : Optional.empty();
    }

    /// A usual wrong answer.
    ///
    /// @param is the question to the evidence that it would be right for
    /// @param means a sentence for the student, which must not give the right answer away
    public record WrongAnswer(Expectation is, String means) {}
}
