package eavesdrop.worksheet;

import eavesdrop.worksheet.Blank.WrongAnswer;
import eavesdrop.worksheet.LineQuery.End;
import eavesdrop.worksheet.LineQuery.Which;
import eavesdrop.worksheet.Yaml.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a check file. `worksheets/README.md` describes the format for those who write one.
final class CheckFileReader {
    private static final List<String> ABOUT_A_QUESTION = List.of("points", "filter", "after", "hints");
    private static final int HINTS = 3;

    private final YamlSource source;
    private final Map<String, LineQuery> lines = new LinkedHashMap<>();
    private final Map<String, RecordQuery> records = new LinkedHashMap<>();

    CheckFileReader(String where) {
        this.source = new YamlSource(where);
    }

    /// @param codewords the student's own
    CheckFile read(String text, Set<String> codewords) {
        Fields file = source.parse(text);
        source.onlyHas(file, "worksheet", "title", "scenario", "lines", "records", "questions");
        source.optional(file, "lines")
                .map(source::fields)
                .ifPresent(all -> all.fields().forEach((name, line) -> lines.put(name, line(line))));
        source.optional(file, "records")
                .map(source::fields)
                .ifPresent(all -> all.fields().forEach((name, record) -> records.put(name, record(record))));
        List<Question> questions = new ArrayList<>();
        source.fields(source.need(file, "questions"))
                .fields()
                .forEach((id, question) -> questions.add(question(id, source.fields(question))));
        checkAfter(questions, file.line());
        int number = source.number(source.need(file, "worksheet"));
        return new CheckFile(
                number,
                source.text(source.need(file, "title")),
                source.optional(file, "scenario").map(source::text).orElse("plain"),
                List.copyOf(questions),
                codewords,
                Topic.of(lines.values(), records.values(), codewords));
    }

    private LineQuery line(Yaml value) {
        Fields line = source.fields(value);
        source.onlyHas(line, "called", "sent-by", "person", "starts", "contains", "which", "remedy");
        return new LineQuery(
                source.text(source.need(line, "called")),
                source.optional(line, "sent-by").map(this::end),
                source.optional(line, "person").map(source::text).orElse(""),
                source.optional(line, "starts").map(source::text).orElse(""),
                source.optional(line, "contains").map(source::text).orElse(""),
                source.optional(line, "which").map(this::which).orElse(Which.FIRST),
                source.optional(line, "remedy").map(source::text).orElse(""));
    }

    private RecordQuery record(Yaml value) {
        Fields record = source.fields(value);
        source.onlyHas(record, "called", "log", "event", "from", "contains", "later-than", "which", "remedy");
        return new RecordQuery(
                source.text(source.need(record, "called")),
                source.optional(record, "log").map(this::log).orElse(RecordQuery.Log.OPERATOR),
                source.text(source.need(record, "event")),
                source.optional(record, "from").map(source::text).orElse(""),
                source.optional(record, "contains").map(source::text).orElse(""),
                source.optional(record, "later-than").map(this::recordAbove),
                source.optional(record, "which").map(this::which).orElse(Which.FIRST),
                source.optional(record, "remedy").map(source::text).orElse(""));
    }

    /// A record that stands further up in the check file, so that none is later than itself.
    private RecordQuery recordAbove(Yaml value) {
        RecordQuery above = records.get(source.text(value));
        if (above == null) {
            throw source.wrong(value.line(), "no record above is called " + source.text(value));
        }
        return above;
    }

    private RecordQuery.Log log(Yaml value) {
        return switch (source.text(value)) {
            case "operator" -> RecordQuery.Log.OPERATOR;
            case "mallory" -> RecordQuery.Log.MALLORY;
            default -> throw source.wrong(value.line(), "a log is operator or mallory");
        };
    }

    private void checkAfter(List<Question> questions, int line) {
        List<String> ids = questions.stream().map(Question::id).toList();
        for (Question question : questions) {
            for (String other : question.after()) {
                if (!ids.contains(other) || other.equals(question.id())) {
                    throw source.wrong(line, question.id() + " cannot build on " + other);
                }
            }
        }
    }

    private End end(Yaml value) {
        return switch (source.text(value)) {
            case "client" -> End.CLIENT;
            case "server" -> End.SERVER;
            default -> throw source.wrong(value.line(), "an end is client or server");
        };
    }

    private Which which(Yaml value) {
        return switch (source.text(value)) {
            case "first" -> Which.FIRST;
            case "last" -> Which.LAST;
            case "any" -> Which.ANY;
            default -> throw source.wrong(value.line(), "say first, last or any");
        };
    }

    private Question question(String id, Fields question) {
        List<Blank> blanks = new ArrayList<>();
        question.fields().forEach((name, value) -> {
            if (!ABOUT_A_QUESTION.contains(name)) {
                blanks.add(blank(name, source.fields(value)));
            }
        });
        int points = source.number(source.need(question, "points"));
        if (blanks.isEmpty() || points < 1 || points % blanks.size() != 0) {
            throw source.wrong(question.line(), "the points of " + id + " cannot be shared equally by its blanks");
        }
        String filter = source.optional(question, "filter").map(source::text).orElse("");
        List<String> after = source.optional(question, "after").map(source::items).orElse(List.of()).stream()
                .map(source::text)
                .toList();
        return new Question(id, points, filter, after, hints(question), List.copyOf(blanks));
    }

    private List<String> hints(Fields question) {
        Yaml value = source.need(question, "hints");
        List<String> hints = source.items(value).stream().map(source::text).toList();
        if (hints.size() != HINTS) {
            throw source.wrong(value.line(), "a question has " + HINTS + " hints");
        }
        return hints;
    }

    private Blank blank(String name, Fields blank) {
        source.onlyHas(blank, "kind", "options", "expect", "wrong");
        Optional<Yaml> stated = source.optional(blank, "kind");
        AnswerKind kind = AnswerKind.of(stated.map(source::text).orElse(name))
                .orElseThrow(() -> source.wrong(blank.line(), "`" + name + "` is no kind of answer; add `kind:`"));
        List<String> options = source.optional(blank, "options")
                .map(value -> source.items(value).stream().map(source::text).toList())
                .orElse(List.of());
        if (options.isEmpty() == kind.offersOptions()) {
            throw source.wrong(blank.line(), "a choice, choices or an order, and nothing else, has `options:`");
        }
        List<Expectation> expected = source.items(source.need(blank, "expect")).stream()
                .map(this::expectation)
                .toList();
        List<WrongAnswer> wrong = source.optional(blank, "wrong").map(source::items).orElse(List.of()).stream()
                .map(value -> wrong(source.fields(value)))
                .toList();
        return new Blank(name, kind, options, expected, wrong);
    }

    private WrongAnswer wrong(Fields wrong) {
        source.onlyHas(wrong, "is", "means");
        Expectation is = expectation(source.need(wrong, "is"));
        return new WrongAnswer(is, source.text(source.need(wrong, "means")));
    }

    private Expectation expectation(Yaml value) {
        return new ExpectationReader(source, lines, records).read(value);
    }
}
