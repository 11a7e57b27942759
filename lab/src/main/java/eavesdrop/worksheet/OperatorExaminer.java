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

/// Puts expectations to the operator's log.
final class OperatorExaminer {
    /// What every record has beside its own fields.
    private static final Set<String> ALWAYS = Set.of("time", "seq", "event");

    private final Evidence evidence;

    OperatorExaminer(Evidence evidence) {
        this.evidence = evidence;
    }

    Finding ask(OfRecord expectation) {
        RecordQuery query = expectation.record();
        List<OperatorRecord> found = query.in(evidence.operator());
        if (found.isEmpty()) {
            return new Missing(absence(query));
        }
        return switch (expectation) {
            case LogLineOf _ -> known(found, record -> Optional.of(new LogLine(record.logLine())));
            case RecordsOf _ -> count(query.all(evidence.operator()));
            case LogTextOf _ -> known(found, record -> Optional.of(new Words(record.field("text"))));
            case LogPortOf _ -> known(found, OperatorExaminer::port);
            case LogFieldsOf of -> known(found, record -> Optional.of(fields(of, record)));
        };
    }

    /// In how many records a text stands, whatever the field; none is an answer.
    Finding linesWith(String text) {
        return count(evidence.operator().stream()
                .filter(record -> record.fields().values().stream().anyMatch(field -> field.contains(text)))
                .toList());
    }

    private String absence(RecordQuery query) {
        return evidence.hasOperatorLog()
                ? query.called() + " is not in the operator's log. Play the lab, and do what the worksheet says before"
                        + " this question."
                : "There is no operator's log beside this capture. It is operator.jsonl; name it with --log.";
    }

    private static Finding known(List<OperatorRecord> records, Function<OperatorRecord, Optional<Answer>> answer) {
        List<Accepted> accepted = records.stream()
                .flatMap(record -> answer.apply(record).stream())
                .map(Accepted::plainly)
                .toList();
        return accepted.isEmpty()
                ? new Missing("The record in the operator's log lacks what is asked for.")
                : new Known(accepted, List.of(), lines(records));
    }

    private static Finding count(List<OperatorRecord> records) {
        return new Known(List.of(Accepted.plainly(new Count(records.size()))), List.of(), lines(records));
    }

    private static List<Integer> lines(List<OperatorRecord> records) {
        return records.stream().map(OperatorRecord::logLine).toList();
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
