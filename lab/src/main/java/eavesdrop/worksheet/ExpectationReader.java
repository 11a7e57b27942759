package eavesdrop.worksheet;

import eavesdrop.worksheet.Expectation.AddressOf;
import eavesdrop.worksheet.Expectation.ChoiceBy;
import eavesdrop.worksheet.Expectation.CopiesOf;
import eavesdrop.worksheet.Expectation.FlagsOf;
import eavesdrop.worksheet.Expectation.FrameOf;
import eavesdrop.worksheet.Expectation.FramesOf;
import eavesdrop.worksheet.Expectation.LengthOf;
import eavesdrop.worksheet.Expectation.Measure;
import eavesdrop.worksheet.Expectation.OffsetOf;
import eavesdrop.worksheet.Expectation.OpeningFlagsOf;
import eavesdrop.worksheet.Expectation.PortOf;
import eavesdrop.worksheet.Expectation.TextOf;
import eavesdrop.worksheet.Expectation.WordIn;
import eavesdrop.worksheet.LineQuery.End;
import eavesdrop.worksheet.Yaml.Fields;
import eavesdrop.worksheet.Yaml.Text;
import java.util.Map;

/// Reads one expectation: `{frame-of: whisper}`, or with details `{port-of: whisper, end: client}`.
///
/// @param lines the named lines of the check file
record ExpectationReader(YamlSource source, Map<String, LineQuery> lines) {
    Expectation read(Yaml value) {
        Fields fields = source.fields(value);
        if (fields.fields().isEmpty()) {
            throw source.wrong(value.line(), "an expectation is missing here");
        }
        Map.Entry<String, Yaml> first = fields.fields().entrySet().iterator().next();
        LineQuery line = line(first.getValue());
        return switch (first.getKey()) {
            case "frame-of" -> new FrameOf(line);
            case "flags-of" -> new FlagsOf(line);
            case "opening-flags-of" -> new OpeningFlagsOf(line);
            case "address-of" -> new AddressOf(line, end(fields));
            case "port-of" -> new PortOf(line, end(fields));
            case "offset-in" -> new OffsetOf(line, detail(fields, "text"));
            case "copies-of" -> new CopiesOf(line);
            case "frames-of" -> new FramesOf(line);
            case "length-of" -> new LengthOf(line, measure(fields));
            case "word-in" -> new WordIn(line, detail(fields, "text"));
            case "text-of" -> new TextOf(line);
            case "choice-by" ->
                new ChoiceBy(line, detail(fields, "holds"), detail(fields, "then"), detail(fields, "else"));
            default -> throw source.wrong(value.line(), "`" + first.getKey() + "` is no question to the evidence");
        };
    }

    private LineQuery line(Yaml value) {
        LineQuery line = value instanceof Text text ? lines.get(text.value()) : null;
        if (line == null) {
            throw source.wrong(
                    value.line(), "one of the named lines is expected here: " + String.join(", ", lines.keySet()));
        }
        return line;
    }

    private String detail(Fields fields, String name) {
        return source.text(source.need(fields, name));
    }

    private Measure measure(Fields fields) {
        return switch (detail(fields, "measure")) {
            case "payload" -> Measure.PAYLOAD;
            case "frame" -> Measure.FRAME;
            default -> throw source.wrong(fields.line(), "a measure is payload or frame");
        };
    }

    private End end(Fields fields) {
        return switch (detail(fields, "end")) {
            case "client" -> End.CLIENT;
            case "server" -> End.SERVER;
            default -> throw source.wrong(fields.line(), "an end is client or server");
        };
    }
}
