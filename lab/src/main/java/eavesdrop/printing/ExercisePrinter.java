package eavesdrop.printing;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.console.Console;
import eavesdrop.console.Counted;
import eavesdrop.exercise.CompileError;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import eavesdrop.exercise.ExerciseRun;
import eavesdrop.exercise.ExerciseRun.DoesNotCompile;
import eavesdrop.exercise.ExerciseRun.DoesNotFit;
import eavesdrop.exercise.ExerciseRun.PartResult;
import eavesdrop.exercise.ExerciseRun.Ran;
import eavesdrop.exercise.Outcome;
import eavesdrop.exercise.Outcome.Failing;
import eavesdrop.exercise.Outcome.Failure;
import eavesdrop.exercise.Outcome.NotDone;
import eavesdrop.exercise.Outcome.Right;
import eavesdrop.exercise.Outcome.Waits;
import eavesdrop.exercise.Todo;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Prints what came of an exercise for a person: each part, what went wrong, and what to do next.
public final class ExercisePrinter {
    private static final int MOST_LINES = 25;
    private static final int LONGEST_LINE = 160;

    private final Console console;
    private final Exercise exercise;
    private final List<Part> asked;

    /// @param asked the parts that the student wants to have tested
    public ExercisePrinter(Console console, Exercise exercise, List<Part> asked) {
        this.console = console;
        this.exercise = exercise;
        this.asked = asked;
    }

    public void print(ExerciseRun run) {
        console.print(console.bold("Exercise " + exercise.number() + ": " + exercise.title()));
        console.print("");
        switch (run) {
            case DoesNotCompile(List<CompileError> errors) -> {
                errors.forEach(this::print);
                console.print("Next: mend " + (errors.size() == 1 ? "this error" : "the first of these errors")
                        + "; the tests run when all compiles.");
            }
            case DoesNotFit(List<CompileError> errors) -> {
                errors.forEach(this::print);
                console.print("Your files compile, but the tests do not find in them what the starters had. Next: give"
                        + " the classes and methods the names and parameters of the starters.");
            }
            case Ran ran -> {
                ran.parts().forEach(this::print);
                asked.stream().skip(ran.parts().size()).forEach(this::printUntested);
                total(ran);
            }
        }
    }

    private void print(CompileError error) {
        console.print(console.red("✗ ") + place(error.file(), error.line()) + " does not compile");
        said(error.text());
        if (error.column() > 0) {
            said(" ".repeat(error.column() - 1) + "^");
        }
        error.message().lines().forEach(this::said);
        console.print("");
    }

    private static String head(Part part) {
        return "%-5s".formatted(part.id()) + part.goal();
    }

    private void printUntested(Part part) {
        console.print(console.dim("· " + head(part) + "  not tested yet"));
    }

    private void print(PartResult result) {
        String head = head(result.part());
        switch (result.outcome()) {
            case Right(int tests) ->
                console.print(console.green("✓ ") + head + "  " + Counted.of(result.points(), "point") + ", "
                        + Counted.of(tests, "test"));
            case NotDone(List<Todo> todos) -> {
                console.print(console.dim("· ") + head + "  not done yet");
                todos.forEach(todo -> said(place(todo.file(), todo.line()) + "  " + todo.says()));
            }
            case Waits(String before) -> console.print(console.yellow("… ") + head + "  waits for part " + before);
            case Failing failing -> {
                console.print(console.red("✗ ") + head + "  0 of "
                        + Counted.of(result.part().points(), "point") + "; tests that pass: " + failing.passed()
                        + ", that fail: " + failing.failures().size());
                print(failing.first());
                failing.failures().stream().skip(1).forEach(this::alsoFailed);
                printed(result.printed());
            }
        }
        result.notes().forEach(note -> said(console.yellow("! ") + Printable.of(note)));
    }

    private void print(Failure failure) {
        if (!failure.test().isEmpty()) {
            said("Test: " + Printable.of(failure.test()));
        }
        for (int step = 0; step < failure.steps().size(); step++) {
            said("  " + (step + 1) + ". " + Printable.of(failure.steps().get(step)));
        }
        failure.what().lines().limit(MOST_LINES).forEach(line -> said(console.red("  │ ") + Printable.of(line)));
        failure.where()
                .ifPresent(where -> said("  → "
                        + Printable.of(
                                where.getFileName() + ":" + where.getLineNumber() + ", in " + where.getMethodName())));
    }

    /// Without its steps: the first failure is the one to mend first. But another one may name the mistake better.
    private void alsoFailed(Failure failure) {
        said("Also: " + Printable.of(failure.test()));
        String inOneLine = failure.what().lines().map(String::strip).collect(Collectors.joining(" "));
        said(console.red("  │ ") + Printable.of(cut(inOneLine)));
    }

    private void printed(String printed) {
        if (!printed.isBlank()) {
            said("Your code printed:");
            printed.lines().limit(MOST_LINES).forEach(line -> said("  │ " + Printable.of(cut(line))));
        }
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private void total(Ran ran) {
        int of = asked.stream().mapToInt(Part::points).sum();
        console.print("");
        console.print(console.bold(ran.points() + " of " + Counted.of(of, "point")));
        ran.parts().stream()
                .filter(result -> !result.outcome().isRight())
                .findFirst()
                .ifPresent(next ->
                        console.print("Next: " + next.part().id() + ". When you are stuck: ./labw hint exercise "
                                + next.part().id()));
        if (ran.allRight()) {
            seeItRun();
            exercise.outOfScope().forEach(sentence -> console.print("Not judged: " + sentence));
        }
    }

    /// Once all of the exercise is right: a single part runs nowhere by itself.
    private void seeItRun() {
        if (asked.equals(exercise.parts())) {
            console.print("Next: see it run. ./labw up --scenario " + exercise.scenario()
                    + "; then go on in worksheets/" + exercise.worksheet() + ".md.");
        }
    }

    private void said(String line) {
        console.print("       " + line);
    }

    private static String place(Path file, int line) {
        return file.getFileName() + ":" + line;
    }

    /// One word for programs.
    public static String word(Outcome outcome) {
        return switch (outcome) {
            case Right _ -> "right";
            case NotDone _ -> "not-done";
            case Waits _ -> "waits";
            case Failing _ -> "failing";
        };
    }

    /// Why, in one text.
    public static String says(Outcome outcome) {
        return switch (outcome) {
            case Right _, NotDone _ -> "";
            case Waits(String part) -> "waits for " + part;
            case Failing failing ->
                failing.first().test() + ": " + failing.first().what();
        };
    }
}
