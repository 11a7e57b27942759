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
import java.util.stream.Collectors;

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
        return count(
                log,
                log.in(evidence).stream()
                        .filter(record -> record.fields().values().stream().anyMatch(field -> field.contains(text)))
                        .toList());
    }

    private String absence(RecordQuery query) {
        RecordQuery.Log log = query.log();
        boolean there = switch (log) {
            case OPERATOR -> evidence.hasOperatorLog();
            case MALLORY -> !evidence.mallory().isEmpty();
        };
        if (there) {
            return query.called() + " is not in " + log.called + ". Play the lab, and do what the worksheet says before"
                    + " this question.";
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
                .flatMap(record -> answer.apply(record).stream()
                        .map(right -> new Accepted(right, where(query.log(), List.of(record)))))
                .toList();
        return accepted.isEmpty()
                ? new Missing("The record in " + query.log().called + " lacks what is asked for.")
                : new Known(accepted, List.of(), lines(query.log(), records));
    }

    private static Finding count(RecordQuery.Log log, List<OperatorRecord> records) {
        Accepted accepted = new Accepted(new Count(records.size()), where(log, records));
        return new Known(List.of(accepted), List.of(), lines(log, records));
    }

    /// A report names lines of the operator's log by their numbers; those of another log in words.
    private static List<Integer> lines(RecordQuery.Log log, List<OperatorRecord> records) {
        return switch (log) {
            case OPERATOR -> records.stream().map(OperatorRecord::logLine).toList();
            case MALLORY -> List.of();
        };
    }

    private static String where(RecordQuery.Log log, List<OperatorRecord> records) {
        String lines =
                records.stream().map(record -> String.valueOf(record.logLine())).collect(Collectors.joining(", "));
        return switch (log) {
            case OPERATOR -> "";
            case MALLORY -> lines.isEmpty() ? "" : "it stands in " + log.file + ", line " + lines;
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
