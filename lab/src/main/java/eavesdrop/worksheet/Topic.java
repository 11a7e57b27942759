package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What tells one lab's conversation from another's: the lines and records with a codeword in them that a worksheet
/// asks about. Where it asks about none, because all that is said is sealed, each line and record that it names.
///
/// @param lines of the capture
/// @param records of the logs
public record Topic(List<LineQuery> lines, List<RecordQuery> records) {
    public Topic {
        lines = List.copyOf(lines);
        records = List.copyOf(records);
    }

    /// @param codewords the student's own in this lab
    static Topic of(Collection<LineQuery> lines, Collection<RecordQuery> records, Set<String> codewords) {
        Topic own = new Topic(
                lines.stream()
                        .filter(line -> codewords.contains(line.contains()))
                        .toList(),
                records.stream()
                        .filter(record -> codewords.contains(record.contains()))
                        .toList());
        boolean sealed = own.lines.isEmpty() && own.records.isEmpty();
        return sealed ? new Topic(List.copyOf(lines), List.copyOf(records)) : own;
    }

    /// Whether any of them is there.
    boolean isIn(Evidence run) {
        return lines.stream().anyMatch(line -> !line.in(run.lines()).isEmpty())
                || records.stream().anyMatch(record -> !record.in(run).isEmpty());
    }
}
