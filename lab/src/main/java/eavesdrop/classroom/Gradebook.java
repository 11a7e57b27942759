package eavesdrop.classroom;

import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What a class has reached: one result a student, and what could not be assigned to anybody.
///
/// @param worksheets those that count, and what each is worth
/// @param results in the order of the roster
/// @param strays submissions that belong to nobody in the roster
public record Gradebook(List<Worth> worksheets, List<StudentResult> results, List<Stray> strays) {
    /// @param of the points that can be had
    public record Worth(int worksheet, String title, int of) {}

    /// A submission of nobody.
    ///
    /// @param file its path below the folder of submissions
    public record Stray(String file, List<Remark> remarks) {}

    /// What lay there, and what came of it.
    record Entry(Handed handed, Graded graded) {
        String file() {
            return handed.name();
        }
    }

    /// Whose it is: the manifest says so; of what cannot be opened, the name of the file.
    private static Optional<Student> owner(Entry entry, Map<String, Student> students) {
        Optional<Student> said =
                Optional.ofNullable(students.get(Roster.folded(entry.graded().student())));
        boolean saysNothing = entry.graded().student().isEmpty();
        return saysNothing ? entry.handed().namedFor(students) : said;
    }

    static Gradebook of(ClassGrader.Course course, List<Entry> entries) {
        Map<String, Student> students = course.roster().byFoldedId();
        Map<String, List<Entry>> byStudent = new HashMap<>();
        List<Stray> strays = new ArrayList<>();
        for (Entry entry : entries) {
            owner(entry, students)
                    .ifPresentOrElse(
                            student -> byStudent
                                    .computeIfAbsent(student.id(), _ -> new ArrayList<>())
                                    .add(entry),
                            () -> strays.add(
                                    new Stray(entry.file(), entry.graded().remarks())));
        }
        List<Worth> worksheets = course.worksheets().stream()
                .filter(worksheet -> course.counted().contains(worksheet.number()))
                .map(Gradebook::worth)
                .toList();
        CaptureOwners captures = new CaptureOwners();
        course.roster()
                .students()
                .forEach(student -> byStudent
                        .getOrDefault(student.id(), List.of())
                        .forEach(entry -> captures.add(student, entry.graded())));
        Assessment assessment = new Assessment(
                course,
                worksheets,
                captures,
                new FolderDates(entries.stream().map(Entry::handed).toList()));
        List<StudentResult> results = course.roster().students().stream()
                .map(student -> assessment.of(student, byStudent.getOrDefault(student.id(), List.of())))
                .toList();
        return new Gradebook(worksheets, results, List.copyOf(strays));
    }

    /// Of several submissions of one student, the one that counts comes first: one that could be checked, that does
    /// not rest on another student's capture, in time, and the newest of these.
    ///
    /// @param anothers whether a submission rests on another student's capture
    static List<Entry> byWeight(List<Entry> entries, Optional<Instant> deadline, Predicate<Entry> anothers) {
        return entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> !entry.graded().isChecked())
                        .thenComparing(anothers::test)
                        .thenComparing(entry -> isLate(entry, deadline))
                        .thenComparing(entry -> entry.handed().modified(), Comparator.reverseOrder())
                        .thenComparing(Entry::file))
                .toList();
    }

    static boolean isLate(Entry entry, Optional<Instant> deadline) {
        return deadline.filter(limit -> entry.handed().modified().isAfter(limit))
                .isPresent();
    }

    private static Worth worth(LabWorksheet worksheet) {
        CheckFile expected =
                CheckFile.read(worksheet.checkFile(), Ticket.guest().codewords(worksheet.number()));
        int points = expected.questions().stream().mapToInt(Question::points).sum();
        return new Worth(worksheet.number(), expected.title(), points);
    }

    /// Whether anything that was handed in could not be checked.
    public boolean hasUnchecked() {
        return !strays.isEmpty()
                || results.stream()
                        .flatMap(result -> result.remarks().stream())
                        .anyMatch(remark -> remark.mark().stops());
    }
}
