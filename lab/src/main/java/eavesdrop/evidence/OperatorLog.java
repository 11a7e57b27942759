package eavesdrop.evidence;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The operator's log, `operator.jsonl`: one JSON object per line, in UTF-8.
///
///     {"time":"2026-11-22T16:03:50.123456Z","seq":17,"event":"told","from":"alice","to":"bob","text":"hi"}
///
/// A line that is no such object does not spoil the others: it becomes a statement in `limits`.
///
/// @param records in the order of the file
/// @param limits what could not be read, in plain statements
public record OperatorLog(List<OperatorRecord> records, List<String> limits) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public OperatorLog {
        records = List.copyOf(records);
        limits = List.copyOf(limits);
    }

    /// @throws LabException (file) when it is missing, a directory or cannot be read
    public static OperatorLog read(Path file) {
        return parse(new String(bytes(file), StandardCharsets.UTF_8));
    }

    /// The bytes of a log.
    ///
    /// @throws LabException (file) when it is missing, a directory or cannot be read
    static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw LabException.file(file + " is a directory, not a log.", "Give the file itself, as operator.jsonl.");
        }
        if (!Files.exists(file)) {
            throw LabException.file("There is no log " + file + ".", "Run ./labw up and chat: the lab writes it.");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw LabException.file(
                    file + " cannot be read: " + failure.getMessage() + ".", "Check who may read it (ls -l).");
        }
    }

    /// Reads the text of a log.
    static OperatorLog parse(String text) {
        List<OperatorRecord> records = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                add(line, number, records, limits);
            }
        }
        return new OperatorLog(records, limits);
    }

    private static void add(String line, int number, List<OperatorRecord> records, List<String> limits) {
        try {
            records.add(record(JSON.readTree(line), number));
        } catch (JacksonException | DateTimeException | IllegalArgumentException wrong) {
            limits.add("Line " + number + " of the operator log is not a record and was left out.");
        }
    }

    private static OperatorRecord record(JsonNode node, int number) {
        if (!node.isObject() || !node.hasNonNull("time") || !node.hasNonNull("event")) {
            throw new IllegalArgumentException("no record");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            fields.put(field.getKey(), field.getValue().asString(""));
        }
        Instant time = Instant.parse(fields.getOrDefault("time", ""));
        long sequence = node.path("seq").asLong(0);
        String event = fields.getOrDefault("event", "");
        fields.keySet().removeAll(List.of("time", "seq", "event"));
        return new OperatorRecord(number, time, sequence, event, fields);
    }
}
