package eavesdrop.classroom;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `grades.csv`: one line a student (RFC 4180), for a spreadsheet or a learning platform.
final class GradesCsv {
    /// A spreadsheet takes a cell that begins like this for a formula, and runs it.
    private static final Pattern FORMULA =
            Pattern.compile("^\\s*[=+\\-@|%\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private GradesCsv() {}

    static String of(Gradebook book) {
        List<String> heads = new ArrayList<>(List.of("id", "name", "points", "of", "state", "marks"));
        book.worksheets().forEach(worth -> heads.add("worksheet " + worth.worksheet()));
        heads.addAll(List.of("hints", "spoiled", "file", "remarks"));
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(heads);
            book.results().forEach(result -> csv.writeRecord(row(result)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.toString();
    }

    private static List<String> row(StudentResult result) {
        List<String> cells = new ArrayList<>(List.of(
                result.id(),
                result.name(),
                Integer.toString(result.points()),
                Integer.toString(result.of()),
                result.state(),
                String.join(" ", result.marks())));
        result.scores().forEach(score -> cells.add(score.handedIn() ? Integer.toString(score.points()) : ""));
        cells.add(Integer.toString(
                result.hints().values().stream().mapToInt(Integer::intValue).sum()));
        cells.add(Integer.toString(result.spoiled()));
        cells.add(result.submission());
        cells.add(result.remarks().stream().map(Remark::says).collect(Collectors.joining(" ")));
        return cells.stream().map(GradesCsv::harmless).toList();
    }

    /// With an apostrophe before it, a spreadsheet takes the cell for text.
    static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
