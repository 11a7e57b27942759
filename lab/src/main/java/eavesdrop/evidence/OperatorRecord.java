package eavesdrop.evidence;

import java.time.Instant;
import java.util.Map;

/// One line of the operator's log (`operator.jsonl`).
///
/// @param logLine the line's number in the file, from 1
/// @param time when the server wrote it
/// @param sequence the server's own count, from 1
/// @param event `started`, `joined`, `left`, `said`, `told`, `key`, `refused` or `stopped`
/// @param fields the other fields: `from`, `to`, `text`, `address`, `reason`, `code`, `port`, `blob`
public record OperatorRecord(int logLine, Instant time, long sequence, String event, Map<String, String> fields) {
    /// A field, or the empty text where the record has none of that name.
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
