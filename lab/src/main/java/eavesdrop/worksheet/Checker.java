package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.worksheet.AnswerSheet.Purpose;
import eavesdrop.worksheet.BlockAnswers.TypedAnswer;
import eavesdrop.worksheet.Finding.Accepted;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Finding.NotHere;
import eavesdrop.worksheet.Report.Kept;
import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.CannotCheck;
import eavesdrop.worksheet.Verdict.NotAnswered;
import eavesdrop.worksheet.Verdict.NotInThisLab;
import eavesdrop.worksheet.Verdict.Partly;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Unreadable;
import eavesdrop.worksheet.Verdict.Waits;
import eavesdrop.worksheet.Verdict.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks a worksheet against the evidence of the student's own lab.
///
/// First each answer gets its verdict by itself. Then those that build on others wait until one of these is right.
public final class Checker {
    private final CheckFile checkFile;
    private final ForeignCodewords foreign;
    private final Evidence evidence;
    private final Examiner examiner;
    private final Diagnosis diagnosis;

    public Checker(CheckFile checkFile, Evidence evidence) {
        this(checkFile, evidence, Set.of());
    }

    /// @param own the student's codewords in other labs, which may be in the same capture
    public Checker(CheckFile checkFile, Evidence evidence, Set<String> own) {
        this.checkFile = checkFile;
        this.foreign = new ForeignCodewords(
                Stream.concat(checkFile.codewords().stream(), own.stream()).collect(Collectors.toSet()));
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
        List<Result> judged =
                results.stream().map(result -> waiting(result, results)).toList();
        List<String> notMine = foreign.in(judged, evidence.lines());
        return new Report(checkFile.number(), checkFile.title(), judged, kept(sheet), notes(sheet, judged), notMine);
    }

    private Result result(Question question, Blank blank, BlockAnswers answers) {
        Optional<TypedAnswer> typed = Optional.ofNullable(answers.typed().get(blank.name()));
        int of = question.pointsEach();
        Verdict verdict = typed.map(answer -> verdict(blank, answer, of))
                .orElseGet(() -> answers.problem()
                        .<Verdict>map(problem -> new Unreadable(problem.line(), problem.what()))
                        .orElseGet(NotAnswered::new));
        Optional<NotInThisLab> notHere = notInThisLab(blank);
        String text = typed.map(TypedAnswer::text).orElse("").strip();
        BlankId id = new BlankId(question.id(), blank.name());
        return new Result(
                id,
                text,
                notHere.<Verdict>map(no -> no).orElse(verdict),
                notHere.isEmpty() ? of : 0,
                filter(question, blank, verdict));
    }

    private String filter(Question question, Blank blank, Verdict verdict) {
        return verdict instanceof Right right && !right.frames().isEmpty()
                ? Copies.filter(right.frames())
                : whereToLook(question, blank);
    }

    /// Nothing for an answer that stands in a log: no display filter shows it.
    private String whereToLook(Question question, Blank blank) {
        return blank.log().isPresent() ? "" : ServerPort.put(question.filter(), evidence.operator());
    }

    private Optional<NotInThisLab> notInThisLab(Blank blank) {
        return blank.expected().stream()
                .map(examiner::ask)
                .filter(NotHere.class::isInstance)
                .map(finding -> new NotInThisLab(((NotHere) finding).why()))
                .findFirst();
    }

    private Result waiting(Result result, List<Result> all) {
        List<String> after =
                checkFile.question(result.id().question()).map(Question::after).orElse(List.of());
        boolean judged = switch (result.verdict()) {
            case Right _, Partly _, Wrong _ -> true;
            case Waits _, NotAnswered _, Unreadable _, CannotCheck _, NotInThisLab _ -> false;
        };
        boolean ready = after.stream().anyMatch(question -> isRight(question, all));
        if (after.isEmpty() || !judged || ready) {
            return result;
        }
        Waits waits = new Waits(after);
        Verdict verdict = after.stream().allMatch(question -> cannotBeChecked(question, all))
                ? new CannotCheck(
                        "This is marked only when " + waits.oneOf() + " is right, and that cannot be checked.")
                : waits;
        String filter = checkFile
                .question(result.id().question())
                .flatMap(question -> question.blank(result.id().blank()).map(blank -> whereToLook(question, blank)))
                .orElse("");
        return new Result(result.id(), result.typed(), verdict, result.of(), filter);
    }

    private static boolean cannotBeChecked(String question, List<Result> all) {
        return all.stream()
                .filter(result -> result.id().question().equals(question))
                .anyMatch(result -> result.verdict() instanceof CannotCheck);
    }

    /// In all its blanks: one alone can be right by accident.
    private static boolean isRight(String question, List<Result> all) {
        return all.stream()
                .filter(result -> result.id().question().equals(question))
                .allMatch(result -> result.verdict() instanceof Right);
    }

    private Verdict verdict(Blank blank, TypedAnswer typed, int of) {
        return switch (AnswerReader.read(blank.kind(), blank.options(), typed.text())) {
            case AnswerReader.Nothing _ -> new NotAnswered();
            case AnswerReader.NotUnderstood(String what) -> new Unreadable(typed.line(), what);
            case AnswerReader.Meant(Answer answer) -> judge(blank, answer, typed.text(), of);
        };
    }

    private Verdict judge(Blank blank, Answer answer, String typed, int of) {
        List<Finding> findings = blank.expected().stream().map(examiner::ask).toList();
        List<Known> known = Finding.known(findings);
        for (Known truth : known) {
            Optional<Accepted> accepted = truth.accepting(answer);
            if (accepted.isPresent()) {
                return new Right(accepted.get().because(), truth.frames(), truth.logLines(), truth.besides());
            }
        }
        return known.isEmpty()
                ? new CannotCheck(Finding.missing(findings))
                : diagnosis.judge(blank, answer, typed, known.getFirst(), of);
    }

    private static List<Kept> kept(AnswerSheet sheet) {
        return sheet.blocks().stream()
                .filter(block -> block.purpose() != Purpose.ANSWER)
                .map(block -> new Kept(block.purpose(), block.id(), block.text()))
                .filter(kept -> !kept.text().isEmpty())
                .toList();
    }

    private List<String> notes(AnswerSheet sheet, List<Result> results) {
        List<String> notes = new ArrayList<>(foreign.notes(results, evidence.lines()));
        notes.addAll(new BlockNotes(checkFile, sheet).sentences());
        evidence.limits().forEach(limit -> notes.add("About the evidence: " + limit));
        return notes;
    }
}
