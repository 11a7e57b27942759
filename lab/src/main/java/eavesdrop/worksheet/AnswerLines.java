package eavesdrop.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes YAML of what people type into an answer block, line by line, so that lines keep their numbers.
///
/// To YAML, `#17` is a comment, a second colon an error and `*` an alias. A student means none of these:
/// what stands on one line after a blank's name is quoted, unless it is already, or is a list.
final class AnswerLines {
    private static final Pattern NAMED = Pattern.compile("(\\s*)([A-Za-z][A-Za-z-]*)\\s*[:=\\uFF1A]\\s*(.*)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#(\\s.*)?$");

    private final List<String> lines;
    private final Set<String> names;

    /// @param names the blanks of the question
    AnswerLines(List<String> lines, Set<String> names) {
        this.lines = lines.stream().map(Typed::plain).toList();
        this.names = names;
    }

    String yaml() {
        if (names.size() == 1
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
                + quoted(said.getFirst().strip());
    }

    private String line(int at) {
        Matcher named = NAMED.matcher(lines.get(at));
        if (!named.matches() || !names.contains(name(named))) {
            return lines.get(at);
        }
        String value = named.group(3).strip();
        return named.group(1) + name(named) + ": " + (goesOn(at) ? value : quoted(value));
    }

    private static String name(Matcher named) {
        return named.group(2).toLowerCase(Locale.ROOT);
    }

    /// Whether the next line belongs to the value of this one.
    private boolean goesOn(int at) {
        if (at + 1 == lines.size() || lines.get(at + 1).isBlank()) {
            return false;
        }
        Matcher next = NAMED.matcher(lines.get(at + 1));
        return !(next.matches() && names.contains(name(next)));
    }

    private static String quoted(String value) {
        String said = COMMENT.matcher(value).replaceFirst("");
        boolean isYaml = said.isEmpty() || "\"'[{|>".indexOf(said.charAt(0)) >= 0;
        return isYaml ? said : "'" + said.replace("'", "''") + "'";
    }
}
