package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Finding.NotHere;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The right answers of a worksheet for one piece of evidence, and for each a plausible wrong one.
///
/// For the demo and for the tests of the worksheets; a student never sees it.
///
/// @param right by blank, as a person would write it
/// @param falsified by blank, an answer of the same kind that is wrong: another frame, another port, …
/// @param missing sentences about the blanks whose answer the evidence does not hold
public record AnswerKey(Map<BlankId, String> right, Map<BlankId, String> falsified, List<String> missing) {
    /// Puts every question of a worksheet to the evidence.
    public static AnswerKey of(CheckFile checkFile, Evidence evidence) {
        Examiner examiner = new Examiner(evidence);
        Falsifier falsifier = new Falsifier(evidence, examiner);
        Map<BlankId, String> right = new LinkedHashMap<>();
        Map<BlankId, String> falsified = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Question question : checkFile.questions()) {
            for (Blank blank : question.blanks()) {
                BlankId id = new BlankId(question.id(), blank.name());
                List<Finding> findings =
                        blank.expected().stream().map(examiner::ask).toList();
                List<Known> known = Finding.known(findings);
                if (findings.stream().anyMatch(NotHere.class::isInstance)) {
                    continue;
                }
                if (known.isEmpty()) {
                    missing.add(id + ": " + Finding.missing(findings));
                } else {
                    right.put(id, known.getFirst().plainest().print());
                    falsified.put(id, falsifier.falsify(blank, known).print());
                }
            }
        }
        return new AnswerKey(right, falsified, missing);
    }

    /// The answers with that one of them falsified.
    ///
    /// @throws IllegalArgumentException when there is no such blank
    public Map<BlankId, String> withFalsified(BlankId id) {
        String wrong = falsified.get(id);
        if (wrong == null) {
            throw new IllegalArgumentException("no such blank: " + id);
        }
        Map<BlankId, String> answers = new LinkedHashMap<>(right);
        answers.put(id, wrong);
        return answers;
    }
}
