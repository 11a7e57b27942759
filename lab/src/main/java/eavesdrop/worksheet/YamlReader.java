package eavesdrop.worksheet;

import eavesdrop.worksheet.Yaml.Fields;
import eavesdrop.worksheet.Yaml.Items;
import eavesdrop.worksheet.Yaml.Read;
import eavesdrop.worksheet.Yaml.Reading;
import eavesdrop.worksheet.Yaml.Text;
import eavesdrop.worksheet.Yaml.Unreadable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Builds `Yaml` from the parser's events.
///
/// Reading events, and not objects, is what makes a stranger's file harmless: there is no tag that
/// creates an object, and an alias is refused instead of copied, so nothing can grow.
final class YamlReader {
    /// Deeper than any file of the kit, far from the end of the stack.
    private static final int DEEPEST = 20;

    private final String text;

    YamlReader(String text) {
        this.text = text;
    }

    Reading read() {
        try {
            return new Read(document(new Parse(settings()).parseString(text).iterator()));
        } catch (Refused refused) {
            return new Unreadable(refused.line, refused.what);
        } catch (YamlEngineException broken) {
            return YamlProblem.explain(broken);
        }
    }

    // The whole text fits into the parser's buffer: where one ends in the middle of an emoji (a surrogate pair), the
    // parser reads beyond the end of the buffer.
    private LoadSettings settings() {
        return LoadSettings.builder()
                .setCodePointLimit(text.length() + 1)
                .setBufferSize(text.length() + 2)
                .build();
    }

    private static Yaml document(Iterator<Event> events) {
        events.next(); // start of the stream
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            return new Fields(Map.of(), 1);
        }
        Yaml value = value(events.next(), events, 0);
        events.next(); // end of the document
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw new Refused(line(after), "`---` begins a second document; one is enough");
        }
        return value;
    }

    private static Yaml value(Event event, Iterator<Event> events, int depth) {
        if (depth > DEEPEST) {
            throw new Refused(line(event), "the brackets or lists are nested too deep");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            String sign = event instanceof AliasEvent ? "*" : "&";
            throw new Refused(line(event), "a value cannot begin with " + sign + "; put it into quotes");
        }
        return switch (event) {
            case ScalarEvent scalar -> new Text(scalar.getValue(), line(event));
            case SequenceStartEvent _ -> items(event, events, depth);
            case MappingStartEvent _ -> fields(event, events, depth);
            default -> throw new IllegalStateException("not the start of a value: " + event);
        };
    }

    private static Items items(Event start, Iterator<Event> events, int depth) {
        List<Yaml> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, events, depth + 1));
        }
        return new Items(List.copyOf(items), line(start));
    }

    private static Fields fields(Event start, Iterator<Event> events, int depth) {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(value(event, events, depth + 1) instanceof Text(String name, int line))) {
                throw new Refused(line(event), "the name of a field is one word before a colon");
            }
            if (fields.put(name, value(events.next(), events, depth + 1)) != null) {
                throw new Refused(line, "`" + name + "` stands here twice");
            }
        }
        return new Fields(fields, line(start));
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /// Well-formed YAML that the kit does not take. Never leaves this class.
    private static final class Refused extends RuntimeException {
        private final int line;
        private final String what;

        Refused(int line, String what) {
            super(what, null, false, false);
            this.line = line;
            this.what = what;
        }
    }
}
