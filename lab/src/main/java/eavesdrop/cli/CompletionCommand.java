package eavesdrop.cli;

import eavesdrop.console.Console;
import eavesdrop.topology.Scenario;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `labw generate-completion`: what bash and zsh must know to complete commands, options and their values.
@Command(
        name = "generate-completion",
        description =
                "Print what makes the Tab key complete labw. In bash and zsh: source <(./labw generate-completion)")
final class CompletionCommand implements Runnable {
    /// The names of Java's constants, which stand in the script as the values of an option.
    private static final Pattern CONSTANTS = Pattern.compile("_option_args=\\(\"[A-Z\" ]+\\)");

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String script = AutoComplete.bash("labw", command.root().commandLine());
        console.print(
                CONSTANTS.matcher(script).replaceAll(values -> values.group().toLowerCase(Locale.ROOT)));
    }

    /// The scenarios that there are.
    static final class Scenarios implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scenario.all(LabFiles.settings().labs()).iterator();
        }
    }

    /// Those of them that the matrix climbs.
    static final class Rungs implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Matrix.known(LabFiles.settings().labs()).iterator();
        }
    }

    /// The numbers of the worksheets, which are those of the conversations.
    static final class Labs implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return WorksheetFiles.all().stream()
                    .map(sheet -> String.valueOf(sheet.number()))
                    .iterator();
        }
    }
}
