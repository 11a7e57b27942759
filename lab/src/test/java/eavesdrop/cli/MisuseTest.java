package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person reads who mistyped a command: what is wrong in their own words, and what to type.
class MisuseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chek 4 | There is no command 'chek'. | Did you mean ./labw check",
                "exercse 4 | There is no command 'exercse'. | Did you mean ./labw exercise",
                "upp | There is no command 'upp'. | Did you mean ./labw up",
                "tset --help | There is no command 'tset'. | Did you mean ./labw test?",
                "help chek | There is no command 'chek'. | Did you mean ./labw check",
                "up --scenaro tls | There is no option '--scenaro'. | Did you mean --scenario?",
                "check --nope | There is no option '--nope'. | See how it is called: ./labw check --help",
                "check 4 5 | '5' is one word too many. | See how it is called: ./labw check --help",
                "play four | 'four' is no whole number. | N must be one. See how it is called: ./labw play --help",
                "check x | 'x' is no whole number. | N must be one.",
                "chat -p abc | 'abc' is no whole number. | --port must be one.",
                "play 99999999999 | '99999999999' is too large. | N must be smaller.",
                "check 4 --format pdf | --format does not know 'pdf'. | Choose one of: text, json, junit, gradescope.",
                "up --with all | --with does not know 'all'. | Choose one of: exercises, solutions.",
                "hint | Something is missing: [exercise] N.Q. | See how it is called: ./labw hint --help",
                "start | Something is missing: --student=ID. | See how it is called: ./labw start --help",
                "start --student | Something is missing behind --student: ID. | See how it is called: ./labw start --help"
            })
    void saysWhatIsWrongAndWhatToType(String line, String what, String remedy) {
        StringWriter err = new StringWriter();
        int status = Main.run(console(err), line.split(" "));

        assertThat(status).isEqualTo(ExitStatus.USAGE.code());
        assertThat(err.toString()).startsWith("✗ " + what).contains("→ " + remedy);
        assertThat(err.toString().lines()).hasSize(2);
    }

    @Test
    void listsTheCommandsWhereNoneWasNamedAndNoneIsNear() {
        assertThat(said()).startsWith("✗ Say which command to run.").contains("streams");
        assertThat(said("zzz"))
                .startsWith("✗ There is no command 'zzz'.")
                .contains("→ These are there: ./labw --help")
                .contains("streams");
    }

    private static String said(String... arguments) {
        StringWriter err = new StringWriter();
        Main.run(console(err), arguments);
        return err.toString();
    }

    private static Console console(StringWriter err) {
        return new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false);
    }
}
