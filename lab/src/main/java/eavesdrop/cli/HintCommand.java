package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.OperatorLog;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.Question;
import eavesdrop.worksheet.ServerPort;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Option(names = "--json", description = "Print one JSON value: all hints that were taken.")
    private boolean json;

    HintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TakenHints hints = words.size() == 2 ? exercise(words.getFirst(), words.getLast()) : question(words.getLast());
        if (json) {
            console.json(hints);
        } else {
            hints.print(console);
        }
        return ExitStatus.OK.code();
    }

    private static TakenHints exercise(String word, String id) {
        if (!word.equals("exercise")) {
            throw LabException.usage("\"" + word + "\" has no hints.", "For exercises: ./labw hint exercise 2.1");
        }
        return ExerciseHints.next(Exercises.parts(Exercises.named(id), id));
    }

    private static TakenHints question(String id) {
        List<OperatorRecord> log = log();
        List<String> hints =
                find(id).hints().stream().map(hint -> ServerPort.put(hint, log)).toList();
        return TakenHints.next(TakenHints.QUESTION, id, id, hints);
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
                        "It has: " + String.join(", ", ids) + "." + forTheExercise(id)));
    }

    /// Where an exercise has such a part, that may be what was meant.
    private static String forTheExercise(String id) {
        boolean isPart = Files.isDirectory(Exercises.folder())
                && Exercises.all().stream()
                        .anyMatch(exercise -> exercise.part(id).isPresent());
        return isPart ? " For the exercise: ./labw hint exercise " + id : "";
    }
}
