package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.worksheet.Answer.Choices;
import eavesdrop.worksheet.Answer.Count;
import eavesdrop.worksheet.Answer.LogLine;
import eavesdrop.worksheet.Answer.Port;
import eavesdrop.worksheet.Answer.Words;
import eavesdrop.worksheet.Expectation.LogFieldsOf;
import eavesdrop.worksheet.Expectation.LogLineOf;
import eavesdrop.worksheet.Expectation.LogPortOf;
import eavesdrop.worksheet.Expectation.LogTextOf;
import eavesdrop.worksheet.Expectation.OfRecord;
import eavesdrop.worksheet.Expectation.RecordsOf;
import eavesdrop.worksheet.Finding.Accepted;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Finding.Missing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Puts expectations to the operator's log, and to Mallory's, which has the same form.
final class OperatorExaminer {
    /// What every record has beside its own fields.
    private static final Set<String> ALWAYS = Set.of("time", "seq", "event");

    private final Evidence evidence;

    OperatorExaminer(Evidence evidence) {
        this.evidence = evidence;
    }

    Finding ask(OfRecord expectation) {
        RecordQuery query = expectation.record();
        List<OperatorRecord> found = query.in(evidence);
        if (found.isEmpty()) {
            return new Missing(absence(query));
        }
        return switch (expectation) {
            case LogLineOf _ -> known(query, record -> Optional.of(new LogLine(record.logLine())));
            case RecordsOf _ -> count(query.log(), query.all(evidence));
            case LogTextOf _ -> known(query, record -> Optional.of(new Words(record.field("text"))));
            case LogPortOf _ -> known(query, OperatorExaminer::port);
            case LogFieldsOf of -> known(query, record -> Optional.of(fields(of, record)));
        };
    }

    /// In how many records a text stands, whatever the field; none is an answer.
    Finding linesWith(RecordQuery.Log log, String text) {
        List<OperatorRecord> all = log.in(evidence);
        List<OperatorRecord> found = all.stream()
                .filter(record -> record.fields().values().stream().anyMatch(field -> field.contains(text)))
                .toList();
        return found.isEmpty() ? noneOf(all.size(), log) : count(log, found);
    }

    private static Finding noneOf(int lines, RecordQuery.Log log) {
        String searched = "found in none of " + lines + " lines of " + log.file;
        return new Known(List.of(Accepted.plainly(new Count(0))), List.of(), List.of(), searched);
    }

    private String absence(RecordQuery query) {
        RecordQuery.Log log = query.log();
        boolean there = switch (log) {
            case OPERATOR -> evidence.hasOperatorLog();
            case MALLORY -> !evidence.mallory().isEmpty();
        };
        if (there) {
            String remedy = query.remedy().isEmpty()
                    ? "Play the lab, and do what the worksheet says before this question."
                    : query.remedy();
            return query.called() + " is not in " + log.called + ". " + remedy;
        }
        return switch (log) {
            case OPERATOR ->
                "There is no operator's log beside this capture. It is operator.jsonl; name it with --log.";
            case MALLORY ->
                "There is no log of Mallory's beside this capture, mallory.jsonl. Start the lab with her:"
                        + " ./labw up --scenario mallory";
        };
    }

    private Finding known(RecordQuery query, Function<OperatorRecord, Optional<Answer>> answer) {
        List<OperatorRecord> records = query.in(evidence);
        List<Accepted> accepted = records.stream()
                .flatMap(record -> answer.apply(record).stream())
                .map(Accepted::plainly)
                .toList();
        return accepted.isEmpty()
                ? new Missing("The record in " + query.log().called + " lacks what is asked for.")
                : shown(query.log(), accepted, records);
    }

    private static Finding count(RecordQuery.Log log, List<OperatorRecord> records) {
        return shown(log, Accepted.only(new Count(records.size())), records);
    }

    /// A report names lines of the operator's log by their numbers; those of another log in words.
    private static Known shown(RecordQuery.Log log, List<Accepted> accepted, List<OperatorRecord> records) {
        List<Integer> lines = records.stream().map(OperatorRecord::logLine).toList();
        return switch (log) {
            case OPERATOR -> new Known(accepted, List.of(), lines);
            case MALLORY -> new Known(accepted, List.of(), List.of(), log.lines(lines));
        };
    }

    /// Of `172.18.0.3:40112`, or of `[fd00::3]:40112`.
    private static Optional<Answer> port(OperatorRecord record) {
        String address = record.field("address");
        String port = address.substring(address.lastIndexOf(':') + 1);
        return port.matches("\\d{1,5}") ? Optional.of(new Port(Integer.parseInt(port))) : Optional.empty();
    }

    private static Answer fields(LogFieldsOf of, OperatorRecord record) {
        return new Choices(of.fields().entrySet().stream()
                .filter(option ->
                        ALWAYS.contains(option.getValue()) || record.fields().containsKey(option.getValue()))
                .map(option -> option.getKey())
                .toList());
    }
}
