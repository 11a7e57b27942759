package eavesdrop.classroom;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import eavesdrop.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a roster, whatever program wrote it.
final class RosterReader {
    private static final int MOST_PROBLEMS_NAMED = 10;

    private final Path file;
    private final Optional<String> idColumn;
    private final List<String> problems = new ArrayList<>();

    RosterReader(Path file, Optional<String> idColumn) {
        this.file = file;
        this.idColumn = idColumn;
    }

    Roster read(String text) {
        if (count(text, '"') % 2 == 1) {
            // The reader would take all students from there to the end of the file for one cell.
            throw unusable("a quoted cell is not closed", "Look for a \" without its partner.");
        }
        List<CsvRecord> rows = rows(text);
        if (rows.isEmpty()) {
            throw unusable("it is empty", "Give a CSV file with one student a line.");
        }
        RosterColumns columns = RosterColumns.of(rows.getFirst().getFields(), idColumn)
                .orElseThrow(() -> unusable(
                        "none of its columns looks like student IDs",
                        "Name the column: --id-column NAME. It has: "
                                + String.join(", ", rows.getFirst().getFields()) + "."));
        List<Student> students = rows.stream()
                .skip(columns.hasHeader() ? 1 : 0)
                .map(row -> student(row, columns))
                .toList();
        findDoubles(students);
        refuseIfWrong();
        if (students.isEmpty()) {
            throw unusable("it has a header and no students", "Add one line for each student.");
        }
        return new Roster(students, columns.inWords());
    }

    /// The lines that hold anything. A cell keeps no spaces around it: nobody means them.
    private List<CsvRecord> rows(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(text)) {
            return reader.stream()
                    .filter(row -> row.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                    .toList();
        } catch (CsvParseException broken) {
            throw unusable("a cell is far too long", "Look for a \" without its partner.");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a text", impossible);
        }
    }

    /// The one of the three usual separators that the first line holds most often, outside of quotes.
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String unquoted = first.replaceAll("\"[^\"]*\"", "");
        return Stream.of(',', ';', '\t')
                .max((one, other) -> Long.compare(count(unquoted, one), count(unquoted, other)))
                .orElse(',');
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private Student student(CsvRecord row, RosterColumns columns) {
        String id = cell(row, columns.id());
        String name = columns.names().stream()
                .map(column -> cell(row, column))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        if (!Ticket.isId(id)) {
            problems.add("line " + row.getStartingLineNumber() + ": "
                    + (id.isEmpty() ? "there is no ID" : "\"" + id + "\" cannot be an ID"));
        }
        return new Student(id, name, row.getStartingLineNumber());
    }

    private static String cell(CsvRecord row, int column) {
        return column < row.getFieldCount() ? row.getField(column).strip() : "";
    }

    private void findDoubles(List<Student> students) {
        Map<String, Student> seen = new HashMap<>();
        for (Student student : students) {
            Student earlier = seen.putIfAbsent(Roster.folded(student.id()), student);
            if (earlier != null && !student.id().isEmpty()) {
                problems.add(
                        "line " + student.line() + ": " + student.id() + " stands already in line " + earlier.line());
            }
        }
    }

    private void refuseIfWrong() {
        if (problems.isEmpty()) {
            return;
        }
        String more = problems.size() <= MOST_PROBLEMS_NAMED
                ? ""
                : "; and " + (problems.size() - MOST_PROBLEMS_NAMED) + " more";
        String named = problems.stream().limit(MOST_PROBLEMS_NAMED).collect(Collectors.joining("; "));
        throw unusable(
                named + more,
                "An ID has 1 to 64 letters from A to Z, digits, dots, dashes, underscores, @ or +, and is there once. Mend the file.");
    }

    private LabException unusable(String what, String remedy) {
        return LabException.file(file + " is no roster: " + what + ".", remedy);
    }
}
