package eavesdrop.worksheet;

import eavesdrop.worksheet.Expectation.AddressOf;
import eavesdrop.worksheet.Expectation.BytesOf;
import eavesdrop.worksheet.Expectation.ChoiceBy;
import eavesdrop.worksheet.Expectation.ChoicesBy;
import eavesdrop.worksheet.Expectation.ChoicesOf;
import eavesdrop.worksheet.Expectation.CopiesOf;
import eavesdrop.worksheet.Expectation.FlagsOf;
import eavesdrop.worksheet.Expectation.FrameOf;
import eavesdrop.worksheet.Expectation.FramesOf;
import eavesdrop.worksheet.Expectation.FramesWith;
import eavesdrop.worksheet.Expectation.HandshakeOf;
import eavesdrop.worksheet.Expectation.HelloOf;
import eavesdrop.worksheet.Expectation.HelloPart;
import eavesdrop.worksheet.Expectation.LengthOf;
import eavesdrop.worksheet.Expectation.LettersOf;
import eavesdrop.worksheet.Expectation.LogFieldsOf;
import eavesdrop.worksheet.Expectation.LogLineOf;
import eavesdrop.worksheet.Expectation.LogLinesWith;
import eavesdrop.worksheet.Expectation.LogPortOf;
import eavesdrop.worksheet.Expectation.LogTextOf;
import eavesdrop.worksheet.Expectation.MacOf;
import eavesdrop.worksheet.Expectation.Measure;
import eavesdrop.worksheet.Expectation.OffsetOf;
import eavesdrop.worksheet.Expectation.OpeningFlagsOf;
import eavesdrop.worksheet.Expectation.OrderOf;
import eavesdrop.worksheet.Expectation.Outside;
import eavesdrop.worksheet.Expectation.PortOf;
import eavesdrop.worksheet.Expectation.RecordsOf;
import eavesdrop.worksheet.Expectation.SealedIn;
import eavesdrop.worksheet.Expectation.SealedOf;
import eavesdrop.worksheet.Expectation.SealedPart;
import eavesdrop.worksheet.Expectation.SequenceOf;
import eavesdrop.worksheet.Expectation.StreamOf;
import eavesdrop.worksheet.Expectation.TextOf;
import eavesdrop.worksheet.Expectation.WordIn;
import eavesdrop.worksheet.LineQuery.End;
import eavesdrop.worksheet.Yaml.Fields;
import eavesdrop.worksheet.Yaml.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads one expectation: `{frame-of: whisper}`, or with details `{port-of: whisper, end: client}`.
///
/// @param lines the named lines of the check file
/// @param records the named records of the operator's log
record ExpectationReader(YamlSource source, Map<String, LineQuery> lines, Map<String, RecordQuery> records) {
    Expectation read(Yaml value) {
        Fields fields = source.fields(value);
        if (fields.fields().isEmpty()) {
            throw source.wrong(value.line(), "an expectation is missing here");
        }
        Map.Entry<String, Yaml> first = fields.fields().entrySet().iterator().next();
        Yaml about = first.getValue();
        return switch (first.getKey()) {
            case "order-of" -> new OrderOf(steps(about));
            case "choices-of" -> new ChoicesOf(steps(about));
            case "outside" -> new Outside(source.text(about));
            case "log-line-of" -> new LogLineOf(record(about));
            case "records-of" -> new RecordsOf(record(about));
            case "log-text-of" -> new LogTextOf(record(about));
            case "log-port-of" -> new LogPortOf(record(about));
            case "log-fields-of" -> new LogFieldsOf(record(about), options(fields));
            case "hello-of" -> new HelloOf(record(about), end(fields), helloPart(fields));
            case "sealed-of" -> new SealedOf(record(about), sealedPart(fields));
            case "frames-with" -> new FramesWith(record(about), detail(fields, "text"));
            case "log-lines-with" -> new LogLinesWith(record(about), detail(fields, "text"));
            default -> ofLine(first.getKey(), about, fields);
        };
    }

    private Expectation ofLine(String question, Yaml about, Fields fields) {
        return switch (question) {
            case "frame-of" -> new FrameOf(line(about));
            case "handshake-of" -> new HandshakeOf(line(about), step(fields));
            case "flags-of" -> new FlagsOf(line(about));
            case "opening-flags-of" -> new OpeningFlagsOf(line(about));
            case "address-of" -> new AddressOf(line(about), end(fields));
            case "mac-of" -> new MacOf(line(about), end(fields));
            case "port-of" -> new PortOf(line(about), end(fields));
            case "stream-of" -> new StreamOf(line(about));
            case "sequence-of" -> new SequenceOf(line(about), isRaw(fields));
            case "offset-in" -> new OffsetOf(line(about), detail(fields, "text"));
            case "copies-of" -> new CopiesOf(line(about));
            case "letters-of" -> new LettersOf(line(about), source.number(source.need(fields, "around")));
            case "frames-of" -> new FramesOf(line(about));
            case "length-of" -> new LengthOf(line(about), measure(fields));
            case "bytes-in" -> new BytesOf(line(about), detail(fields, "text"));
            case "word-in" -> new WordIn(line(about), detail(fields, "text"));
            case "text-of" -> new TextOf(line(about));
            case "sealed-in" -> new SealedIn(line(about), source.number(source.need(fields, "around")));
            case "choice-by" ->
                new ChoiceBy(line(about), detail(fields, "holds"), detail(fields, "then"), detail(fields, "else"));
            case "choices-by" -> new ChoicesBy(line(about), options(fields));
            default -> throw source.wrong(fields.line(), "`" + question + "` is no question to the evidence");
        };
    }

    private Map<String, Expectation> steps(Yaml value) {
        Map<String, Expectation> steps = new LinkedHashMap<>();
        source.fields(value).fields().forEach((option, step) -> steps.put(option, read(step)));
        return steps;
    }

    private Map<String, String> options(Fields fields) {
        Map<String, String> options = new LinkedHashMap<>();
        source.fields(source.need(fields, "holds"))
                .fields()
                .forEach((option, text) -> options.put(option, source.text(text)));
        return options;
    }

    private RecordQuery record(Yaml value) {
        RecordQuery record = value instanceof Text text ? records.get(text.value()) : null;
        if (record == null) {
            throw source.wrong(
                    value.line(), "one of the named records is expected here: " + String.join(", ", records.keySet()));
        }
        return record;
    }

    private HelloPart helloPart(Fields fields) {
        return switch (detail(fields, "part")) {
            case "frame" -> HelloPart.FRAME;
            case "version" -> HelloPart.VERSION;
            case "old-version" -> HelloPart.OLD_VERSION;
            case "cipher" -> HelloPart.CIPHER;
            case "random" -> HelloPart.RANDOM;
            default ->
                throw source.wrong(
                        fields.line(), "the part of a hello is frame, version, old-version, cipher or random");
        };
    }

    private SealedPart sealedPart(Fields fields) {
        return switch (detail(fields, "part")) {
            case "frame" -> SealedPart.FRAME;
            case "length" -> SealedPart.LENGTH;
            case "whole" -> SealedPart.WHOLE;
            case "frame-length" -> SealedPart.FRAME_LENGTH;
            default ->
                throw source.wrong(fields.line(), "the part of a TLS record is frame, length, whole or frame-length");
        };
    }

    private int step(Fields fields) {
        return switch (detail(fields, "step")) {
            case "1" -> 1;
            case "2" -> 2;
            case "3" -> 3;
            default -> throw source.wrong(fields.line(), "a step of the handshake is 1, 2 or 3");
        };
    }

    private boolean isRaw(Fields fields) {
        return switch (detail(fields, "measure")) {
            case "raw" -> true;
            case "relative" -> false;
            default -> throw source.wrong(fields.line(), "a sequence number is raw or relative");
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
