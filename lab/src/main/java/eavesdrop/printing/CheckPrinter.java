package eavesdrop.printing;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.classroom.RunChoice.Outcome;
import eavesdrop.console.Console;
import eavesdrop.console.Counted;
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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints a checked worksheet for a person: one line an answer, below it why, and where to look.
public final class CheckPrinter {
    private final Console console;
    private final String student;

    public CheckPrinter(Console console, String student) {
        this.console = console;
        this.student = student;
    }

    public void print(Outcome outcome) {
        Report report = outcome.report();
        console.print(console.bold("Worksheet " + report.number() + ": " + report.title()));
        console.print("Ticket " + student + ", capture " + outcome.capture());
        if (!outcome.why().isEmpty()) {
            console.print(console.yellow("! ") + outcome.why());
        }
        console.print("");
        report.results().forEach(this::print);
        console.print("");
        report.notes().forEach(note -> console.print(console.yellow("! ") + Printable.of(note)));
        String total = report.percent() + " %, " + report.points() + " of " + Counted.of(report.of(), "point");
        console.print(
                bar(report) + " " + console.bold(report.allRight() ? console.green(total + ": all right") : total));
        if (!report.kept().isEmpty()) {
            console.print("Kept and not marked: "
                    + report.kept().stream()
                            .map(kept -> kept.purpose().word() + " " + kept.id())
                            .collect(Collectors.joining(", ")));
        }
    }

    /// How far: one block for each tenth, readable without colour.
    private String bar(Report report) {
        int tenths = report.percent() / 10;
        return console.green("█".repeat(tenths)) + console.dim("░".repeat(10 - tenths));
    }

    private void print(Result result) {
        String name = "%-16s".formatted(result.id());
        switch (result.verdict()) {
            case Right right -> {
                console.print(console.green("✓ ") + name + "right, " + points(result) + rests(right, result));
                said(right.because().isEmpty() ? "" : "Accepted, too: " + right.because() + ".");
            }
            case Wrong wrong -> {
                console.print(console.red("✗ ") + name + "wrong · you wrote: " + Printable.of(result.typed()));
                said(wrong.means());
                said(whereToLook(result));
            }
            case Partly(int points, String means) -> {
                console.print(console.yellow("◐ ") + name + "partly right, " + points + " of " + points(result)
                        + " · you wrote: " + Printable.of(result.typed()));
                said(means);
                said(whereToLook(result));
            }
            case Waits waits -> {
                console.print(console.yellow("… ") + name + "waits");
                said(waits.explanation() + ".");
            }
            case NotAnswered _ -> console.print(console.dim("· ") + name + "not answered");
            case Unreadable(int line, String what) ->
                console.print(console.red("✗ ") + name + "cannot be read · line " + line + ": " + what);
            case CannotCheck(String missing) -> {
                console.print(console.yellow("? ") + name + "cannot be checked");
                said(missing);
            }
            case NotInThisLab(String why) -> {
                console.print(console.dim("– ") + name + "cannot be checked here, and costs nothing");
                said(why);
            }
        }
    }

    /// Nothing for a question whose answer stands in a log.
    private static String whereToLook(Result result) {
        return result.filter().isEmpty() ? "" : "Look with the display filter: " + result.filter();
    }

    private void said(String sentence) {
        if (!sentence.isEmpty()) {
            console.print("  %-16s%s".formatted("", sentence));
        }
    }

    private static String points(Result result) {
        return Counted.of(result.of(), "point");
    }

    /// The frames and log lines, and the display filter that shows the frames.
    private static String rests(Right right, Result result) {
        return Stream.of(
                        numbered("frame", right.frames()),
                        right.frames().isEmpty() ? "" : result.filter(),
                        numbered("line", right.logLines()) + (right.logLines().isEmpty() ? "" : " of operator.jsonl"),
                        right.besides())
                .filter(part -> !part.isEmpty())
                .map(part -> " · " + part)
                .collect(Collectors.joining());
    }

    private static String numbered(String what, List<Integer> numbers) {
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "" : what + (numbers.size() == 1 ? " " : "s ") + all;
    }
}
