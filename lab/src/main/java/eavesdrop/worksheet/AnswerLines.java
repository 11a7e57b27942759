package eavesdrop.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes YAML of what people type into an answer block, line by line, so that lines keep their numbers.
///
/// To YAML, `#17` is a comment, a second colon an error, `*` an alias, and spaces before a name have a meaning. A
/// student means none of these: each blank is set out anew, and an answer on one line is quoted, unless it is already,
/// or is a list.
final class AnswerLines {
    /// A name, with what people who know Markdown put around it: `- **frame**`, `> frame`.
    private static final String NAME = "[\\s>]*(?:[-*+]\\s+)?[*_`]*([A-Za-z][A-Za-z-]*)[*_`]*";

    private static final Pattern NAMED = Pattern.compile(NAME + "\\s*[:=\\uFF1A](?:[*_`]+\\s)?\\s*(.*)");

    /// Only for a blank that no line of the block names with a colon.
    private static final Pattern NAMED_WITHOUT_COLON =
            Pattern.compile(NAME + "(?:\\s+|$)(?:[-=]*>|\\u2192|[-\\u2013\\u2014]\\s)?\\s*(.*)");

    private final List<String> lines;
    private final Set<String> names;
    private final List<Optional<Entry>> entries;

    /// A blank and what stands behind its name on the same line.
    private record Entry(String name, String value) {}

    /// @param names the blanks of the question
    AnswerLines(List<String> lines, Set<String> names) {
        this.lines = lines.stream().map(Typed::plain).toList();
        this.names = names;
        List<Optional<Entry>> plain = entries(NAMED);
        Set<String> found =
                plain.stream().flatMap(Optional::stream).map(Entry::name).collect(Collectors.toSet());
        List<Optional<Entry>> loose = entries(NAMED_WITHOUT_COLON);
        this.entries = IntStream.range(0, lines.size())
                .mapToObj(at -> plain.get(at).or(() -> loose.get(at).filter(entry -> !found.contains(entry.name()))))
                .toList();
    }

    private List<Optional<Entry>> entries(Pattern form) {
        return lines.stream().map(line -> entry(form, line)).toList();
    }

    private Optional<Entry> entry(Pattern form, String line) {
        return Optional.of(form.matcher(line))
                .filter(Matcher::matches)
                .map(named -> new Entry(
                        named.group(1).toLowerCase(Locale.ROOT), named.group(2).strip()))
                .filter(entry -> names.contains(entry.name()));
    }

    String yaml() {
        if (names.size() == 1
                && entries.stream().allMatch(Optional::isEmpty)
                && lines.stream().noneMatch(line -> NAMED.matcher(line).matches())) {
            return onlyAValue();
        }
        List<String> yaml = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            yaml.add(line(at));
        }
        return String.join("\n", yaml);
    }

    /// A lone `17` in a block with one blank is the answer to it.
    private String onlyAValue() {
        List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
        if (said.size() != 1) {
            return String.join("\n", lines);
        }
        int before = lines.indexOf(said.getFirst());
        return "\n".repeat(before) + names.iterator().next() + ": "
                + YamlQuotes.around(said.getFirst().strip());
    }

    private String line(int at) {
        Optional<Entry> entry = entries.get(at);
        if (entry.isPresent()) {
            return isEmptyTwin(at, entry.get()) ? "" : entry.get().name() + ": " + value(at, entry.get());
        }
        int owner = owner(at);
        if (owner < 0) {
            return lines.get(at);
        }
        boolean whole = entries.get(owner).map(Entry::value).orElse("").isEmpty()
                && further(owner).size() == 1
                && !isListItem(lines.get(at));
        return "  " + (whole ? YamlQuotes.around(lines.get(at).strip()) : lines.get(at));
    }

    private String value(int at, Entry entry) {
        boolean goesOn = at + 1 < lines.size()
                && !lines.get(at + 1).isBlank()
                && entries.get(at + 1).isEmpty();
        return goesOn ? entry.value() : YamlQuotes.around(entry.value());
    }

    /// The line as it was given, empty, while the answer was written into another one of its own.
    private boolean isEmptyTwin(int at, Entry entry) {
        return isEmpty(at, entry)
                && IntStream.range(0, lines.size())
                        .filter(other -> other != at)
                        .anyMatch(other -> entries.get(other)
                                .filter(twin -> twin.name().equals(entry.name()) && !isEmpty(other, twin))
                                .isPresent());
    }

    private boolean isEmpty(int at, Entry entry) {
        return entry.value().isEmpty() && further(at).isEmpty();
    }

    /// The further lines of the answer that begins at a line.
    private List<Integer> further(int begin) {
        return IntStream.range(begin + 1, lines.size())
                .filter(at -> owner(at) == begin)
                .boxed()
                .toList();
    }

    /// The line with the name to which a line without one belongs; -1 when it belongs to none. Behind an answer, an
    /// empty line ends it; before one, it does not.
    private int owner(int at) {
        if (entries.get(at).isPresent() || lines.get(at).isBlank() || isOtherField(lines.get(at))) {
            return -1;
        }
        boolean apart = false;
        for (int before = at - 1; before >= 0; before--) {
            if (entries.get(before).isPresent()) {
                boolean begun = !entries.get(before).get().value().isEmpty();
                return begun && apart ? -1 : before;
            }
            apart |= lines.get(before).isBlank();
            if (isOtherField(lines.get(before))) {
                return -1;
            }
        }
        return -1;
    }

    /// A name that is not asked for.
    private static boolean isOtherField(String line) {
        return !line.startsWith(" ") && NAMED.matcher(line).matches();
    }

    private static boolean isListItem(String line) {
        return line.strip().startsWith("- ");
    }
}
