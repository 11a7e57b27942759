package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.worksheet.LineQuery.Which;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which records of a log a question is about.
///
/// @param called what to call the record when it is not there: "The record of Dora's return"
/// @param log whose log
/// @param event `joined`, `said`, `told`, …
/// @param from the name in the record; empty for any
/// @param contains what its text holds; empty for any
/// @param laterThan only records that stand below the first one of these
/// @param which which of several such records
/// @param remedy what a student must do so that it is there; empty where to play the lab is enough
public record RecordQuery(
        String called,
        Log log,
        String event,
        String from,
        String contains,
        Optional<RecordQuery> laterThan,
        Which which,
        String remedy) {
    /// Who wrote a log.
    public enum Log {
        OPERATOR("operator.jsonl", "the operator's log"),
        MALLORY("mallory.jsonl", "Mallory's log");

        /// The file that holds it.
        final String file;
        /// What a person calls it.
        final String called;

        Log(String file, String called) {
            this.file = file;
            this.called = called;
        }

        /// Lines of it in words: `lines 19, 20 of mallory.jsonl`; empty for none.
        String lines(List<Integer> numbers) {
            String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return numbers.isEmpty() ? "" : "line" + (numbers.size() == 1 ? " " : "s ") + all + " of " + file;
        }

        List<OperatorRecord> in(Evidence evidence) {
            return switch (this) {
                case OPERATOR -> evidence.operator();
                case MALLORY -> evidence.mallory();
            };
        }
    }

    /// The records that are meant, in the order of the log.
    List<OperatorRecord> in(Evidence evidence) {
        return which.of(all(evidence));
    }

    /// Every record that fits, whichever is meant.
    List<OperatorRecord> all(Evidence evidence) {
        return below(evidence).filter(this::fits).toList();
    }

    private Stream<OperatorRecord> below(Evidence evidence) {
        Stream<OperatorRecord> all = log.in(evidence).stream();
        if (laterThan.isEmpty()) {
            return all;
        }
        List<OperatorRecord> earlier = laterThan.get().in(evidence);
        return all.filter(record ->
                !earlier.isEmpty() && record.logLine() > earlier.getFirst().logLine());
    }

    private boolean fits(OperatorRecord record) {
        return record.event().equals(event)
                && (from.isEmpty() || record.field("from").equalsIgnoreCase(from))
                && record.field("text").contains(contains);
    }
}
