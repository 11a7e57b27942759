package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.console.StandardOutput;
import eavesdrop.console.TerminalCharset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `labw`: the one command of the kit. Each subcommand is a class of its own in this package.
@Command(
        name = "labw",
        description = "Eavesdrop: run a chat, listen in, find out who sees what, and mend it.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT, // every command has --help
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    /// Not in the annotation: there, the help of every command would inherit it.
    private static final String[] FIRST_STEPS = {
        "",
        "First steps: './labw doctor' says what this machine lacks, './labw demo' shows the whole story. Then './labw up',"
                + " './labw play 1', and worksheets/01-first-chat.md. './labw COMMAND --help' explains a command. On Windows,"
                + " type .\\labw in the place of ./labw."
    };

    /// Columns of a help text: what the library can do at least, and what is easy to read.
    private static final int NARROWEST = 55;

    private static final int WIDEST = 80;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// Without a command there is nothing to do but to say what there is.
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command to run.");
    }

    public static void main(String[] args) {
        // What is printed and written has the digits 0 to 9, and capitals as in English, wherever it is run.
        Locale.setDefault(Locale.ROOT);
        StandardOutput out = new StandardOutput();
        Console console = Console.ofProcess(System.getenv(), out);
        int status = runInMemory(console, args);
        Optional<String> lost = out.failure();
        if (lost.isPresent()) {
            status = explain(console, unwritten(lost.get())).code();
        }
        if (DirectCall.of(console, args).isPresent()) {
            // Such a command leaves nothing to be cleaned up, and an orderly end costs another tenth of grep's time.
            Runtime.getRuntime().halt(status);
        }
        System.exit(status);
    }

    private static LabException unwritten(String why) {
        return LabException.file(
                "Not all of the output could be written: " + why + ".",
                "Make room there, or write it to another place.");
    }

    private static int runInMemory(Console console, String... args) {
        Optional<LabException> unreadable = TerminalCharset.problem(TerminalCharset.own(), args);
        if (unreadable.isPresent()) {
            return explain(console, unreadable.get()).code();
        }
        try {
            return run(console, args);
        } catch (OutOfMemoryError full) {
            console.problem(
                    "What was given needs more memory than this machine lets the kit have.",
                    "Give a smaller capture: editcap cuts one into pieces, and tshark -w picks some streams.");
            return ExitStatus.FILE.code();
        } catch (Error defect) {
            // Java would end with status 1, which here means: an answer is wrong.
            return explain(console, defect).code();
        }
    }

    /// Runs one command line and returns its exit status. Tests call this too.
    static int run(Console console, String... args) {
        return DirectCall.of(console, args)
                .map(command -> call(console, command))
                .orElseGet(() ->
                        Interruption.toldDuring(console, () -> execute(commandLine(console, args), args), args));
    }

    /// Who mistypes a command and asks for its help hears of the mistake, and does not get the help of all.
    private static int execute(CommandLine line, String... args) {
        boolean isNone = args.length > 1
                && args[0].matches("\\w.*")
                && !line.getSubcommands().containsKey(args[0]);
        return isNone ? line.execute(args[0]) : line.execute(args);
    }

    private static int call(Console console, Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception failure) {
            return explain(console, failure).code();
        }
    }

    /// @param args what is to be run; without arguments the answer has all commands
    static CommandLine commandLine(Console console, String... args) {
        Commands commands = new Commands(console);
        CommandLine line = new CommandLine(new Main(), commands);
        commands.neededFor(args).forEach(command -> line.addSubcommand(new CommandLine(command, commands)));
        line.getCommandSpec().usageMessage().footer(FIRST_STEPS);
        console.columns().ifPresent(columns -> line.setUsageHelpWidth(Math.clamp(columns, NARROWEST, WIDEST)));
        return line.setOut(console.out())
                .setExecutionExceptionHandler(
                        (failure, _, _) -> explain(console, failure).code())
                .setParameterExceptionHandler((misuse, _) -> explainUsage(console, misuse))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static ExitStatus explain(Console console, Throwable failure) {
        if (failure instanceof LabException known) {
            console.problem(known.what(), known.remedy());
            return ExitStatus.of(known);
        }
        console.problem(
                "The kit made a mistake: " + failure,
                "This is a defect of Eavesdrop, not of yours. Run the command again with LABW_DEBUG=1 and report what it prints.");
        if (System.getenv("LABW_DEBUG") != null) {
            failure.printStackTrace();
        }
        return ExitStatus.DEFECT;
    }

    private static int explainUsage(Console console, ParameterException misuse) {
        Misuse said = Misuse.of(misuse);
        console.problem(said.what(), said.remedy());
        if (said.lost()) {
            CommandLine where = misuse.getCommandLine();
            console.note(where.getUsageMessage(where.getColorScheme()));
        }
        return ExitStatus.USAGE.code();
    }
}
