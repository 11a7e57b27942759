package eavesdrop.worksheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Several letters as people write them: `a, c`, `[a, c]`, `A and C`, `ac`, `c > a > b`.
final class OptionText {
    private static final Set<String> AROUND =
            Set.of("", "and", "then", "before", "first", "last", "option", "options", "und", "dann", "vor", "zuerst");

    private static final Set<String> NONE = Set.of("none", "keine");

    /// From one letter to another, both of them, and those between: `a-d`, `a to d`.
    private static final Pattern RANGE = Pattern.compile("\\W*(\\w)(?: ?- ?| to | bis )(\\w)\\W*");

    private static final Pattern BETWEEN = Pattern.compile("[,;&+/]| and | und ");

    /// `1. d 2. b`: the places, which must be in their order.
    private static final Pattern PLACE = Pattern.compile("(?<!\\w)(\\d)[.):]\\s*");

    private OptionText() {}

    /// Those of the options that are named, in the order in which they are offered; `none` names none.
    static Optional<List<String>> some(List<String> options, String typed) {
        if (NONE.contains(Typed.canonical(typed))) {
            return Optional.of(List.of());
        }
        return named(options, ranges(options, Typed.canonical(typed)))
                .map(named -> options.stream().filter(named::contains).toList());
    }

    /// All options, each once, in the order in which they are written.
    static Optional<List<String>> all(List<String> options, String typed) {
        return named(options, withoutPlaces(Typed.canonical(typed)))
                .filter(named ->
                        named.size() == options.size() && Set.copyOf(named).size() == options.size());
    }

    /// Each range as its letters.
    private static String ranges(List<String> options, String canonical) {
        return Arrays.stream(BETWEEN.split(canonical))
                .map(part -> range(options, part))
                .collect(Collectors.joining(","));
    }

    private static String range(List<String> options, String part) {
        Matcher range = RANGE.matcher(part);
        int from = range.matches() ? options.indexOf(range.group(1)) : -1;
        int to = from < 0 ? -1 : options.indexOf(range.group(2));
        return from < to ? String.join(",", options.subList(from, to + 1)) : part;
    }

    /// Where places are not in their order, they stay, and nothing is understood.
    private static String withoutPlaces(String canonical) {
        List<String> places =
                PLACE.matcher(canonical).results().map(place -> place.group(1)).toList();
        boolean inOrder =
                IntStream.range(0, places.size()).allMatch(at -> places.get(at).equals(String.valueOf(at + 1)));
        return inOrder ? PLACE.matcher(canonical).replaceAll(" ") : canonical;
    }

    private static Optional<List<String>> named(List<String> options, String canonical) {
        List<String> named = new ArrayList<>();
        for (String word : canonical.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!AROUND.contains(word) && !take(word, options, named)) {
                return Optional.empty();
            }
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }

    /// `ac` is a and c, where all options are single letters.
    private static boolean take(String word, List<String> options, List<String> named) {
        List<String> small =
                options.stream().map(option -> option.toLowerCase(Locale.ROOT)).toList();
        List<String> parts = small.contains(word) ? List.of(word) : List.of(word.split(""));
        for (String part : parts) {
            int at = small.indexOf(part);
            if (at < 0) {
                return false;
            }
            named.add(options.get(at));
        }
        return true;
    }
}
