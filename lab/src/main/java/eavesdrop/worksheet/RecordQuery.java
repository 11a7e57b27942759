package eavesdrop.worksheet;

import eavesdrop.evidence.OperatorRecord;
import eavesdrop.worksheet.LineQuery.Which;
import java.util.List;

/// Which records of the operator's log a question is about.
///
/// @param called what to call the record when it is not there: "The record of Dora's return"
/// @param event `joined`, `said`, `told`, …
/// @param from the name in the record; empty for any
/// @param contains what its text holds; empty for any
/// @param which which of several such records
public record RecordQuery(String called, String event, String from, String contains, Which which) {
    /// The records that are meant, in the order of the log.
    List<OperatorRecord> in(List<OperatorRecord> records) {
        return which.of(all(records));
    }

    /// Every record that fits, whichever is meant.
    List<OperatorRecord> all(List<OperatorRecord> records) {
        return records.stream().filter(this::fits).toList();
    }

    private boolean fits(OperatorRecord record) {
        return record.event().equals(event)
                && (from.isEmpty() || record.field("from").equalsIgnoreCase(from))
                && record.field("text").contains(contains);
    }
}
