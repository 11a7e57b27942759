package eavesdrop.classroom;

import eavesdrop.worksheet.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who is in the class: a CSV file, as a spreadsheet or a learning platform writes it.
///
/// @param students in the order of the file; no two IDs are the same, not even when case is ignored, since
///     they become names of files
/// @param columns which columns were taken for what, in words for a person
public record Roster(List<Student> students, String columns) {
    /// Reads a roster. Separators are commas, semicolons or tabs. With a header, the columns are found by their
    /// names; without one, the first column is the ID and the second the name.
    ///
    /// @param idColumn the header of the column that holds the IDs, where it cannot be guessed
    /// @throws LabException when the file is no roster: it names each line that is wrong, and each double ID
    public static Roster read(Path file, Optional<String> idColumn) {
        return new RosterReader(file, idColumn).read(TextFile.read(file));
    }

    /// The students by the lower-case form of their IDs.
    Map<String, Student> byFoldedId() {
        return students.stream().collect(Collectors.toMap(student -> folded(student.id()), Function.identity()));
    }

    /// IDs that differ in case only are taken for the same: on many file systems their files would be.
    static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
