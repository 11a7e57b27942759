package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Progress;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.OperatorLog;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.Question;
import eavesdrop.worksheet.ServerPort;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `labw hint N.Q` and `labw hint exercise N.M`: the next hint for a question, or for a part of an
/// exercise. Which hints were taken is kept in `progress.yml`.
@Command(
        name = "hint",
        description = {
            "The next hint for a question of a worksheet, or for a part of an exercise. Which hints you took is kept in"
                    + " progress.yml.",
            "For example: ./labw hint 2.1, or ./labw hint exercise 2.1, or ./labw hint exercise 2 for its next part."
        },
        sortOptions = false)
final class HintCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "1..2",
            paramLabel = "[exercise] N.Q",
            hideParamSyntax = true,
            description = "The question, or the part of an exercise.")
    private List<String> words = List.of();

    HintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String id = words.getLast();
        if (words.size() == 2) {
            exercise(words.getFirst(), id);
        } else {
            question(id);
        }
        return ExitStatus.OK.code();
    }

    private void exercise(String word, String id) {
        if (!word.equals("exercise")) {
            throw LabException.usage("\"" + word + "\" has no hints.", "For exercises: ./labw hint exercise 2.1");
        }
        ExerciseHints.print(console, Exercises.parts(Exercises.named(id), id));
    }

    private void question(String id) {
        Question question = find(id);
        int most = question.hints().size();
        Progress.Changed changed = Progress.change(LabFiles.progress(), progress -> progress.withHint(id, most));
        List<String> taken = question.hints().subList(0, changed.after().hints(id));
        List<OperatorRecord> log = log();
        for (int hint = 0; hint < taken.size(); hint++) {
            console.print("Hint " + (hint + 1) + " of " + most + ": " + ServerPort.put(taken.get(hint), log));
        }
        if (changed.isNone()) {
            console.note("There is no further hint for " + id + ".");
        }
    }

    /// Of the lab that runs, or ran last. A hint needs no lab: where no log can be read, none is missed.
    private static List<OperatorRecord> log() {
        try {
            return LabFiles.operatorLog()
                    .map(OperatorLog::read)
                    .map(OperatorLog::records)
                    .orElse(List.of());
        } catch (LabException unreadable) {
            return List.of();
        }
    }

    private static Question find(String id) {
        if (!id.matches("\\d{1,2}\\.\\w{1,4}")) {
            throw LabException.usage(
                    "\"" + id + "\" is no question.",
                    "Name one, for example: ./labw hint 2.1, or: ./labw hint exercise 2.1");
        }
        int lab = Integer.parseInt(id.substring(0, id.indexOf('.')));
        CheckFile check = CheckFile.read(
                WorksheetFiles.numbered(lab).checkFile(), Ticket.guest().codewords(lab));
        List<String> ids = check.questions().stream().map(Question::id).toList();
        return check.question(id)
                .orElseThrow(() -> LabException.usage(
                        "Worksheet " + lab + " has no question " + id + ".",
                        "It has: " + String.join(", ", ids) + ". For the exercise: ./labw hint exercise " + id));
    }
}
