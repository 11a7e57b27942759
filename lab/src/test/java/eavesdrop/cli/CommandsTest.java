package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// A command that is set up alone is the same as among all others.
class CommandsTest {
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);

    @Test
    void aCommandThatIsCalledIsSetUpAlone() {
        Map<String, CommandLine> all = Main.commandLine(console).getSubcommands();
        assertThat(all).hasSizeGreaterThan(20);
        for (String name : all.keySet()) {
            Map<String, CommandLine> called =
                    Main.commandLine(console, name, "--help").getSubcommands();
            boolean picoclisOwn = name.equals("help") || name.equals("generate-completion");
            assertThat(called.keySet()).as(name).isEqualTo(picoclisOwn ? all.keySet() : Set.of(name));
            assertThat(help(called, name)).as("help of %s", name).isEqualTo(help(all, name));
        }
    }

    private static String help(Map<String, CommandLine> commands, String name) {
        return Objects.requireNonNull(commands.get(name)).getUsageMessage();
    }

    @Test
    void everythingIsSetUpForWhatIsNoCommand() {
        int all = Main.commandLine(console).getSubcommands().size();
        assertThat(Main.commandLine(console, "steams", "x.pcap").getSubcommands())
                .hasSize(all);
        assertThat(Main.commandLine(console, "--help").getSubcommands()).hasSize(all);
    }

    @Test
    void onlyTheHelpOfAllTellsOfTheFirstSteps() {
        CommandLine main = Main.commandLine(console);
        assertThat(main.getUsageMessage()).contains("First steps: ");
        main.getSubcommands()
                .forEach((name, command) ->
                        assertThat(command.getUsageMessage()).as(name).doesNotContain("First steps"));
    }

    /// Each rung is a scenario of its own; `--rung` picks some.
    @Test
    void theMatrixAndTheDemoTakeNoScenario() {
        assertThat(help(Main.commandLine(console).getSubcommands(), "up")).contains("--topology=", "--scenario=");
        for (String name : List.of("matrix", "demo")) {
            assertThat(help(Main.commandLine(console).getSubcommands(), name))
                    .as(name)
                    .contains("--topology=")
                    .doesNotContain("--scenario");
        }
    }

    @Test
    void aHelpTextFitsIntoANarrowTerminal() {
        System.setProperty("eavesdrop.columns", "60");
        try {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            CommandLine main = Main.commandLine(new Console(nowhere, nowhere, false));
            assertThat(main.getUsageMessage().lines()).allMatch(line -> line.length() <= 60);
            assertThat(help(main.getSubcommands(), "up").lines()).allMatch(line -> line.length() <= 60);
        } finally {
            System.clearProperty("eavesdrop.columns");
        }
    }
}
