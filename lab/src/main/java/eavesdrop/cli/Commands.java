package eavesdrop.cli;

import eavesdrop.console.Console;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes the commands: a command whose constructor takes a `Console` is given the one of this run.
final class Commands implements IFactory {
    /// In the order in which the help lists them.
    private static final List<Class<?>> ALL = List.of(
            DoctorCommand.class,
            UpCommand.class,
            PlayCommand.class,
            ChatCommand.class,
            StatusCommand.class,
            IfaceCommand.class,
            CaptureCommand.class,
            RevealCommand.class,
            OperatorCommand.class,
            StreamsCommand.class,
            FollowCommand.class,
            FindCommand.class,
            DownCommand.class,
            StartCommand.class,
            CheckCommand.class,
            HintCommand.class,
            ExerciseCommand.class,
            SniffCommand.class,
            MatrixCommand.class,
            SubmitCommand.class,
            TicketsCommand.class,
            GradeCommand.class,
            DemoCommand.class,
            TestCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class);

    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    /// The command that these arguments call, where they begin with one; otherwise all. To set up all takes longer than
    /// what most of them do.
    ///
    /// A command's name is that of its class: `streams` is `StreamsCommand`.
    List<Class<?>> neededFor(String... args) {
        if (args.length == 0) {
            return ALL;
        }
        String wanted = args[0] + "Command";
        List<Class<?>> called = ALL.stream()
                .filter(type -> type.getEnclosingClass() == null
                        && type.getSimpleName().toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
                .toList();
        return called.isEmpty() ? ALL : called;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Console.class) {
                return type.cast(constructor.newInstance(console));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
