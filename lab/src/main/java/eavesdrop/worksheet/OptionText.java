package eavesdrop.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Several letters as people write them: `a, c`, `[a, c]`, `A and C`, `ac`, `c > a > b`.
final class OptionText {
    private static final Set<String> AROUND = Set.of("", "and", "then", "before", "option", "options");

    private OptionText() {}

    /// Those of the options that are named, in the order in which they are offered; `none` names none.
    static Optional<List<String>> some(List<String> options, String typed) {
        if (Typed.canonical(typed).equals("none")) {
            return Optional.of(List.of());
        }
        return named(options, typed)
                .map(named -> options.stream().filter(named::contains).toList());
    }

    /// All options, each once, in the order in which they are written.
    static Optional<List<String>> all(List<String> options, String typed) {
        return named(options, typed)
                .filter(named ->
                        named.size() == options.size() && Set.copyOf(named).size() == options.size());
    }

    private static Optional<List<String>> named(List<String> options, String typed) {
        List<String> named = new ArrayList<>();
        for (String word : Typed.canonical(typed).split("[^\\p{L}\\p{N}]+", -1)) {
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
