package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.classroom.Chosen.Belonging;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.BlankId;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.Report;
import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.CannotCheck;
import eavesdrop.worksheet.Verdict.NotAnswered;
import eavesdrop.worksheet.Verdict.NotInThisLab;
import eavesdrop.worksheet.Verdict.Partly;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Unreadable;
import eavesdrop.worksheet.Verdict.Waits;
import eavesdrop.worksheet.Verdict.Wrong;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a student is about to hand in, and what is missing in it.
///
/// @param parts the worksheets that were begun
/// @param missing what is not there or not complete, in sentences; says nothing about right or wrong
public record Packing(List<Part> parts, List<String> missing) {
    /// A worksheet and the run of the lab it rests on.
    public record Part(LabWorksheet worksheet, Optional<Path> capture, Optional<Path> log, Optional<Path> mallory) {}

    private record Checked(AnswerSheet sheet, Report report, Optional<LabRun> run) {}

    /// Looks at all worksheets, and finds for each the run whose capture holds this student's conversation.
    ///
    /// @param data the folder where captures and logs of all runs lie
    public static Packing of(Ticket ticket, List<LabWorksheet> worksheets, Path data) {
        return of(ticket, worksheets, data, Optional.empty());
    }

    /// As before; but the worksheets whose conversation the named run holds rest on that one, however well others fit.
    ///
    /// @param named the run that a person named
    public static Packing of(Ticket ticket, List<LabWorksheet> worksheets, Path data, Optional<LabRuns> named) {
        Optional<LabRun> chosen = named.map(LabRuns::newest);
        List<LabRun> kept = LabRun.find(data);
        List<Part> parts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (LabWorksheet worksheet : worksheets) {
            String name = "Worksheet " + worksheet.number();
            try {
                Checked checked = check(worksheet, ticket, chosen, kept);
                if (isUntouched(checked.report())) {
                    missing.add(name + " is empty, so it is left out.");
                    continue;
                }
                parts.add(part(worksheet, checked.run()));
                missing.addAll(missing(name, checked));
            } catch (LabException unusable) {
                missing.add(name + " is left out. " + unusable.what());
            }
        }
        chosen.filter(run -> parts.stream().noneMatch(part -> part.capture().equals(Optional.of(run.capture()))))
                .ifPresent(run -> missing.add(
                        "No worksheet rests on " + run.capture() + ": it holds the conversation of none of them."));
        return new Packing(List.copyOf(parts), List.copyOf(missing));
    }

    private static Part part(LabWorksheet worksheet, Optional<LabRun> run) {
        return new Part(worksheet, run.map(LabRun::capture), run.flatMap(LabRun::log), run.flatMap(LabRun::mallory));
    }

    private static Checked check(LabWorksheet worksheet, Ticket ticket, Optional<LabRun> chosen, List<LabRun> kept) {
        CheckFile expected = CheckFile.read(worksheet.checkFile(), ticket.codewords(worksheet.number()));
        AnswerSheet sheet = AnswerSheet.read(worksheet.markdown());
        RunChoice choice = new RunChoice(expected, ticket.everyCodeword(), sheet);
        return choice.judged(chosen.stream().toList()).stream()
                .filter(named -> named.belonging().hasConversation())
                .findFirst()
                .or(() -> RunChoice.best(choice.judged(kept)).filter(best -> best.belonging() != Belonging.FOREIGN))
                .map(best -> new Checked(sheet, best.report(), Optional.of(best.run())))
                .orElseGet(() -> new Checked(sheet, choice.unseen(List.of()), Optional.empty()));
    }

    private static boolean isUntouched(Report report) {
        return report.kept().isEmpty() && report.results().stream().allMatch(Packing::isBlank);
    }

    /// What this kind of lab cannot show is said of a blank answer, too.
    private static boolean isBlank(Result result) {
        return switch (result.verdict()) {
            case NotAnswered _ -> true;
            case NotInThisLab _ -> result.typed().isEmpty();
            case Right _, Partly _, Wrong _, Waits _, Unreadable _, CannotCheck _ -> false;
        };
    }

    private static List<String> missing(String name, Checked checked) {
        List<String> missing = new ArrayList<>();
        List<Result> results = checked.report().results();
        List<String> unanswered = results.stream()
                .filter(result -> result.verdict() instanceof NotAnswered)
                .map(Result::id)
                .map(BlankId::toString)
                .toList();
        if (!unanswered.isEmpty()) {
            missing.add(name + " is not answered in full: " + String.join(", ", unanswered) + ".");
        }
        List<String> boxes = checked.sheet().emptyBoxes();
        if (!boxes.isEmpty()) {
            missing.add(name + " has boxes for your own words that are empty: " + String.join(", ", boxes) + ".");
        }
        results.stream()
                .filter(result -> result.verdict() instanceof Unreadable)
                .forEach(result -> missing.add(name + ": the answer " + result.id() + " cannot be read, "
                        + result.verdict().explanation() + "."));
        if (checked.run().isEmpty()) {
            missing.add(name + " rests on a capture, and there is none. Start the lab and play its conversation.");
        } else if (checked.report().lacksEvidence()) {
            missing.add(name + ": no capture shows all that its answers rest on. First: "
                    + results.stream()
                            .filter(result -> result.verdict() instanceof CannotCheck)
                            .min(Comparator.comparingInt(results::indexOf))
                            .map(result -> result.id() + ". " + result.verdict().explanation())
                            .orElse(""));
        }
        if (checked.run().isPresent() && checked.run().get().log().isEmpty()) {
            missing.add(name + ": no operator's log fits its capture.");
        }
        return missing;
    }

    /// The worksheets in words: `2, 3`.
    public String numbers() {
        return parts.stream()
                .map(part -> String.valueOf(part.worksheet().number()))
                .collect(Collectors.joining(", "));
    }
}
