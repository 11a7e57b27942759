package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Progress;
import eavesdrop.classroom.Ticket;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.Question;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `labw hint N.Q`: the next hint for a question. Which hints were taken is kept in `progress.yml`.
@Command(
        name = "hint",
        description = "The next hint for a question. Which hints you took is kept in progress.yml.",
        sortOptions = false)
final class HintCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "N.Q", description = "The question, for example 2.1.")
    private String id = "";

    HintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Question question = question();
        Progress progress = Progress.read(LabFiles.progress());
        Progress after = progress.withHint(id, question.hints().size());
        List<String> taken = question.hints().subList(0, after.hints(id));
        for (int hint = 0; hint < taken.size(); hint++) {
            console.print("Hint " + (hint + 1) + " of " + question.hints().size() + ": " + taken.get(hint));
        }
        if (after.equals(progress)) {
            console.note("There is no further hint for " + id + ".");
        }
        after.write(LabFiles.progress());
        return ExitStatus.OK.code();
    }

    private Question question() {
        if (!id.matches("\\d{1,2}\\.\\w{1,4}")) {
            throw LabException.usage("\"" + id + "\" is no question.", "Name one, for example: ./labw hint 2.1");
        }
        int lab = Integer.parseInt(id.substring(0, id.indexOf('.')));
        CheckFile check = CheckFile.read(
                WorksheetFiles.numbered(lab).checkFile(), Ticket.guest().codewords(lab));
        List<String> ids = check.questions().stream().map(Question::id).toList();
        return check.question(id)
                .orElseThrow(() -> LabException.usage(
                        "Worksheet " + lab + " has no question " + id + ".",
                        "It has: " + String.join(", ", ids) + "."));
    }
}
