package eavesdrop.classroom;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import eavesdrop.LabException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// `exercises.csv`: one line for each student and each part of an exercise that was handed in.
public final class ExercisesCsv {
    /// @param part for example `4.2`
    /// @param outcome `right`, `failing`, `not-done`, `waits` or `does-not-compile`
    /// @param says why it is not right; empty where it is
    public record Row(String id, String name, String part, int points, int of, String outcome, String says) {}

    private ExercisesCsv() {}

    /// @param folder of the results
    /// @return the file
    /// @throws LabException when it cannot be written
    public static Path write(List<Row> rows, Path folder) {
        Path file = folder.resolve("exercises.csv");
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(List.of("id", "name", "part", "points", "of", "outcome", "says"));
            rows.forEach(row -> csv.writeRecord(cells(row)));
            csv.flush();
            return Files.writeString(file, text.toString());
        } catch (IOException denied) {
            throw LabException.unwritable(file, denied);
        }
    }

    private static List<String> cells(Row row) {
        return Stream.of(
                        row.id(),
                        row.name(),
                        row.part(),
                        Integer.toString(row.points()),
                        Integer.toString(row.of()),
                        row.outcome(),
                        row.says())
                .map(GradesCsv::harmless)
                .toList();
    }
}
