package eavesdrop.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command line that could not be understood, in words for the person. Those of picocli are for programmers: "is not
/// an int".
///
/// @param what one sentence that says what is wrong
/// @param remedy what to type instead, or where it stands
/// @param lost whether the person cannot know which commands there are: then a list of them helps
record Misuse(String what, String remedy, boolean lost) {
    static Misuse of(ParameterException misuse) {
        return switch (misuse) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> missing(missing);
            // picocli's own command "help" was asked for a command.
            case ParameterException other
            when String.valueOf(other.getMessage()).startsWith("Unknown subcommand") ->
                noCommand(new UnmatchedArgumentException(other.getCommandLine(), List.of(other.getValue())));
            case ParameterException other
            when other.getArgSpec() != null && other.getValue() != null -> noValue(other, other.getArgSpec());
            case ParameterException other -> inItsOwnWords(other);
        };
    }

    private static Misuse unmatched(UnmatchedArgumentException misuse) {
        String word = misuse.getUnmatched().getFirst();
        if (misuse.isUnknownOption()) {
            return new Misuse("There is no option '" + word + "'.", nearest(misuse), false);
        }
        return misuse.getCommandLine().getParent() == null
                ? noCommand(misuse)
                : new Misuse("'" + word + "' is one word too many.", seeHow(misuse), false);
    }

    private static Misuse noCommand(UnmatchedArgumentException misuse) {
        String what = "There is no command '" + misuse.getUnmatched().getFirst() + "'.";
        List<String> near = nearCommands(misuse);
        return near.isEmpty()
                ? new Misuse(what, "These are there: " + called(misuse) + " --help", true)
                : new Misuse(what, didYouMean(called(misuse) + " ", near), false);
    }

    /// Two letters that changed places are the commonest slip, and the one that picocli does not look for.
    private static List<String> nearCommands(UnmatchedArgumentException misuse) {
        List<Integer> letters = sorted(misuse.getUnmatched().getFirst());
        return misuse.getCommandLine().getSubcommands().keySet().stream()
                .filter(command -> sorted(command).equals(letters))
                .findFirst()
                .map(List::of)
                .orElseGet(misuse::getSuggestions);
    }

    private static List<Integer> sorted(String word) {
        return word.chars().sorted().boxed().toList();
    }

    private static String nearest(UnmatchedArgumentException misuse) {
        List<String> near = misuse.getSuggestions();
        return near.isEmpty() ? seeHow(misuse) : didYouMean("", near);
    }

    /// What is spelled most like it: "./labw check?", "./labw start, streams or status?".
    private static String didYouMean(String before, List<String> near) {
        String last = near.getLast();
        String others = String.join(", ", near.subList(0, near.size() - 1));
        return "Did you mean " + before + (others.isEmpty() ? last : others + " or " + last) + "?";
    }

    private static Misuse missing(MissingParameterException misuse) {
        // Where only the value of an option is missing, picocli names the option all the same.
        ArgSpec first = misuse.getMissing().getFirst();
        boolean valueOnly = String.valueOf(misuse.getMessage()).contains(" for option ");
        String what = valueOnly && first instanceof OptionSpec option
                ? "Something is missing behind " + option.longestName() + ": " + option.paramLabel() + "."
                : "Something is missing: "
                        + misuse.getMissing().stream().map(Misuse::label).collect(Collectors.joining(" ")) + ".";
        return new Misuse(what, seeHow(misuse), false);
    }

    private static Misuse noValue(ParameterException misuse, ArgSpec of) {
        String value = misuse.getValue();
        String name = of instanceof OptionSpec option ? option.longestName() : of.paramLabel();
        Class<?> type = of.typeInfo().getType();
        if (type.isEnum()) {
            String all = Arrays.stream(type.getEnumConstants())
                    .map(one -> one.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return new Misuse(name + " does not know '" + value + "'.", "Choose one of: " + all + ".", false);
        }
        if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            boolean tooLarge = value.matches("\\d+");
            return new Misuse(
                    "'" + value + (tooLarge ? "' is too large." : "' is no whole number."),
                    name + (tooLarge ? " must be smaller. " : " must be one. ") + seeHow(misuse),
                    false);
        }
        return inItsOwnWords(misuse);
    }

    private static Misuse inItsOwnWords(ParameterException misuse) {
        return new Misuse(
                String.valueOf(misuse.getMessage()),
                seeHow(misuse),
                misuse.getCommandLine().getParent() == null);
    }

    /// As the synopsis has it: `--student=ID`, or `PCAP`.
    private static String label(ArgSpec missing) {
        return missing instanceof OptionSpec option
                ? option.longestName() + "=" + option.paramLabel()
                : missing.paramLabel();
    }

    private static String seeHow(ParameterException misuse) {
        return "See how it is called: " + called(misuse) + " --help";
    }

    /// As a person types it.
    private static String called(ParameterException misuse) {
        CommandLine where = misuse.getCommandLine();
        return "./" + where.getCommandSpec().qualifiedName();
    }
}
