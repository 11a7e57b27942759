package eavesdrop.printing;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import eavesdrop.exercise.ExerciseRun.PartResult;
import eavesdrop.exercise.ExerciseRun.Ran;
import eavesdrop.exercise.Outcome.Failing;
import eavesdrop.exercise.Outcome.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExercisePrinterTest {
    private static final Part PART = new Part("7.1", "Announce a key.", 2, List.of("a", "b", "c"));
    private static final Exercise EXERCISE =
            new Exercise(7, "Keys", "07-keys", "e2e", List.of("Key.java"), List.of(), List.of(), List.of(PART));

    private static String printed(Failure... failures) {
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(out, true), false);
        PartResult result = new PartResult(PART, new Failing(List.of(failures), 0), "", List.of());
        new ExercisePrinter(console, EXERCISE, List.of(PART)).print(new Ran(List.of(result)));
        return out.toString();
    }

    private static Failure failure(String test, String what) {
        return new Failure(test, List.of(), what, Optional.empty());
    }

    /// AssertJ begins with what it compares, and tells in the next lines what is wrong with it.
    @Test
    void saysOfALaterFailureWhatWasExpectedAndNotItsFirstLineAlone() {
        assertThat(printed(
                        failure("makes a key", "There is none."),
                        failure("announces it", "[what Alice announces] \nexpected: \"abc\"\n but was: \"abc=\"")))
                .contains("[what Alice announces] expected: \"abc\" but was: \"abc=\"");
    }
}
