package eavesdrop.worksheet;

import eavesdrop.worksheet.Yaml.Unreadable;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says in plain words what the YAML parser says in the parser's words.
final class YamlProblem {
    /// A piece of the parser's message, then what it means to the person who typed.
    private static final Map<String, String> IN_PLAIN_WORDS = Map.of(
            "mapping values are not allowed", "there is a second colon; put the answer into quotes",
            "unexpected end of stream", "a quote is opened and never closed",
            "cannot start any token", "an answer cannot begin with this character; put it into quotes",
            "could not find expected ':'", "a line here has the form `name: answer`",
            "or ']', but got", "a [ is opened and never closed",
            "or '}', but got", "a { is opened and never closed",
            "sequence entries are not allowed", "an answer cannot begin with a dash; put it into quotes",
            "expected <block end>", "this line does not fit to those above it; look at the spaces before it",
            "unknown escape character", "inside double quotes a backslash means something else; use single quotes");

    private YamlProblem() {}

    static Unreadable explain(YamlEngineException broken) {
        String message = String.valueOf(broken.getMessage());
        String what = IN_PLAIN_WORDS.entrySet().stream()
                .filter(known -> message.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("this cannot be read; put the answer into quotes");
        return new Unreadable(line(broken), what);
    }

    /// Where it began to go wrong: an unclosed quote is noticed at the end, but stands where it was opened.
    private static int line(YamlEngineException broken) {
        if (!(broken instanceof MarkedYamlEngineException marked)) {
            return 1;
        }
        Optional<Mark> mark = marked.getContextMark().or(marked::getProblemMark);
        boolean begunEarlier = String.valueOf(marked.getMessage())
                .matches("(?s).*(quoted scalar|flow (sequence|mapping)|simple key).*");
        if (!begunEarlier) {
            mark = marked.getProblemMark().or(marked::getContextMark);
        }
        return mark.map(found -> found.getLine() + 1).orElse(1);
    }
}
