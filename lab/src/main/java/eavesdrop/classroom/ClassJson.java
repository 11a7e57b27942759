package eavesdrop.classroom;

import eavesdrop.classroom.Gradebook.Stray;
import eavesdrop.classroom.Gradebook.Worth;
import eavesdrop.classroom.StudentResult.Score;
import java.util.List;
import java.util.Map;

/// `class.json`: the class for machines. The verdicts behind it are in `students/student-ID.json`. The names are a
/// contract with graders.
public record ClassJson(String format, List<Worth> worksheets, List<Row> students, List<Stray> strays) {
    /// One student, without the verdicts.
    public record Row(
            String id,
            String name,
            String state,
            int points,
            int of,
            List<Score> scores,
            Map<String, Integer> hints,
            int spoiled,
            String submission,
            List<Remark> remarks) {}

    static ClassJson of(Gradebook book) {
        return new ClassJson(
                "eavesdrop-class-1",
                book.worksheets(),
                book.results().stream().map(ClassJson::row).toList(),
                book.strays());
    }

    private static Row row(StudentResult result) {
        return new Row(
                result.id(),
                result.name(),
                result.state(),
                result.points(),
                result.of(),
                result.scores(),
                result.hints(),
                result.spoiled(),
                result.submission(),
                result.remarks());
    }
}
