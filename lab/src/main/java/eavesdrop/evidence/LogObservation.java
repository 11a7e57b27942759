package eavesdrop.evidence;

import eavesdrop.search.Scans;
import eavesdrop.search.WholeSearch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a log or a transcript shows: the fields of its records, as they are when JSON's escapes are undone; and the
/// bytes of the whole file, so that a line that is no record hides nothing.
final class LogObservation {
    private final String file;
    private final WholeSearch search;
    private final Tally.Counter<LogSighting> content = new Tally.Counter<>();
    private final Set<Integer> seenLines = new HashSet<>();

    private LogObservation(Path file, Scans scans) {
        this.file = String.valueOf(file.getFileName());
        this.search = new WholeSearch(scans);
    }

    static Observation of(Observer observer, TextQuery question) {
        byte[] bytes = OperatorLog.bytes(observer.file());
        OperatorLog log = OperatorLog.parse(new String(bytes, StandardCharsets.UTF_8));
        Scans scans = new Scans(question.text());
        LogObservation looking = new LogObservation(observer.file(), scans);
        log.records().forEach(looking::fields);
        looking.lines(bytes);
        return new Observation(
                observer,
                looking.content(),
                looking.said(log.records(), question),
                looking.looked(log, bytes.length, scans));
    }

    private void fields(OperatorRecord record) {
        record.fields()
                .forEach((field, value) -> search.search(value.getBytes(StandardCharsets.UTF_8), (how, start, _) -> {
                    content.add(new LogSighting(file, record.logLine(), field, start, how));
                    seenLines.add(record.logLine());
                }));
    }

    /// What a field has told already is not told again.
    private void lines(byte[] bytes) {
        LineStarts starts = new LineStarts(bytes);
        search.search(bytes, (how, start, _) -> {
            int line = starts.line(start);
            if (!seenLines.contains(line)) {
                content.add(new LogSighting(file, line, "", start, how));
            }
        });
    }

    /// Each form is searched by itself; a reader wants the lines in their order.
    private Tally<Sighting> content() {
        Tally<LogSighting> found = content.counted();
        List<Sighting> inOrder =
                List.copyOf(found.first().stream().sorted(LogSighting.ORDER).toList());
        return new Tally<>(found.count(), inOrder);
    }

    private Tally<Utterance> said(List<OperatorRecord> records, TextQuery question) {
        Tally.Counter<Utterance> said = new Tally.Counter<>();
        for (OperatorRecord record : records) {
            String text = record.field("text");
            if (!text.isEmpty() && question.covers(record.time())) {
                String to = record.field("to").isEmpty() ? "everyone" : record.field("to");
                int length = text.getBytes(StandardCharsets.UTF_8).length;
                said.add(new Utterance(record.field("from"), to, record.time(), length, where(record)));
            }
        }
        return said.counted();
    }

    private String where(OperatorRecord record) {
        return "line " + record.logLine() + " of " + file;
    }

    private Looked looked(OperatorLog log, int bytes, Scans scans) {
        List<String> lacking = new ArrayList<>();
        if (search.gaveUp() > 0) {
            lacking.add(Looked.notUnpacked(search.gaveUp()) + ".");
        }
        String what = bytes + " bytes of " + file + " (records: "
                + log.records().size() + ", other lines: " + log.limits().size() + ")";
        return new Looked(what, bytes, search.searched(), scans.notSearched(), lacking);
    }
}
