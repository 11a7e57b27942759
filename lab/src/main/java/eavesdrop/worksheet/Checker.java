package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.worksheet.AnswerSheet.Block;
import eavesdrop.worksheet.AnswerSheet.Purpose;
import eavesdrop.worksheet.BlockAnswers.TypedAnswer;
import eavesdrop.worksheet.Finding.Accepted;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Report.Kept;
import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.CannotCheck;
import eavesdrop.worksheet.Verdict.NotAnswered;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks a worksheet against the evidence of the student's own lab.
public final class Checker {
    private final CheckFile checkFile;
    private final Evidence evidence;
    private final Examiner examiner;
    private final Diagnosis diagnosis;

    public Checker(CheckFile checkFile, Evidence evidence) {
        this.checkFile = checkFile;
        this.evidence = evidence;
        this.examiner = new Examiner(evidence);
        this.diagnosis = new Diagnosis(evidence, examiner);
    }

    /// Every answer gets its verdict, whatever is wrong with the others.
    public Report check(AnswerSheet sheet) {
        List<Result> results = new ArrayList<>();
        for (Question question : checkFile.questions()) {
            BlockAnswers answers = BlockAnswers.of(question, sheet.answers(question.id()));
            for (Blank blank : question.blanks()) {
                results.add(result(question, blank, answers));
            }
        }
        return new Report(checkFile.number(), checkFile.title(), results, kept(sheet), notes(sheet));
    }

    private Result result(Question question, Blank blank, BlockAnswers answers) {
        Optional<TypedAnswer> typed = Optional.ofNullable(answers.typed().get(blank.name()));
        Verdict verdict = typed.map(answer -> verdict(blank, answer))
                .orElseGet(() -> answers.problem()
                        .<Verdict>map(problem -> new Unreadable(problem.line(), problem.what()))
                        .orElseGet(NotAnswered::new));
        String filter = verdict instanceof Right right ? Copies.filter(right.frames()) : question.filter();
        String text = typed.map(TypedAnswer::text).orElse("").strip();
        return new Result(new BlankId(question.id(), blank.name()), text, verdict, question.pointsEach(), filter);
    }

    private Verdict verdict(Blank blank, TypedAnswer typed) {
        return switch (AnswerReader.read(blank.kind(), blank.options(), typed.text())) {
            case AnswerReader.Nothing _ -> new NotAnswered();
            case AnswerReader.NotUnderstood(String what) -> new Unreadable(typed.line(), what);
            case AnswerReader.Meant(Answer answer) -> judge(blank, answer, typed.text());
        };
    }

    private Verdict judge(Blank blank, Answer answer, String typed) {
        List<Finding> findings = blank.expected().stream().map(examiner::ask).toList();
        List<Known> known = Finding.known(findings);
        for (Known truth : known) {
            Optional<Accepted> accepted = truth.accepting(answer);
            if (accepted.isPresent()) {
                return new Right(accepted.get().because(), truth.frames());
            }
        }
        return known.isEmpty()
                ? new CannotCheck(Finding.missing(findings))
                : diagnosis.explain(blank, answer, typed, known.getFirst());
    }

    private static List<Kept> kept(AnswerSheet sheet) {
        return sheet.blocks().stream()
                .filter(block -> block.purpose() != Purpose.ANSWER)
                .map(block -> new Kept(
                        block.purpose(),
                        block.id(),
                        String.join("\n", block.content()).strip()))
                .filter(kept -> !kept.text().isEmpty())
                .toList();
    }

    private List<String> notes(AnswerSheet sheet) {
        List<String> notes = new ArrayList<>();
        for (Block block : sheet.blocks()) {
            if (block.purpose() == Purpose.ANSWER
                    && checkFile.question(block.id()).isEmpty()) {
                notes.add("Line " + block.line() + ": worksheet " + checkFile.number() + " has no question "
                        + block.id() + ", so this block was not checked.");
            }
        }
        for (Question question : checkFile.questions()) {
            if (sheet.answers(question.id()).isEmpty()) {
                notes.add("The answer block " + question.id() + " is not in the worksheet any more.");
            }
        }
        evidence.limits().forEach(limit -> notes.add("About the evidence: " + limit));
        return notes;
    }
}
