package eavesdrop.classroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A class that did worksheet 2: a roster, a course key, and what was handed in, some of it broken.
final class FabricatedClass {
    final Path folder;
    final Path submissions;
    final Path roster;
    final CourseKey key;
    final Map<String, Breakage> broken = new LinkedHashMap<>();

    /// How many answers a student has wrong.
    static int wrongAnswers(int student) {
        return student % 4;
    }

    static String id(int student) {
        return "s%04d".formatted(student);
    }

    /// @param breakages the first of them happens to student 1, and so on; student 0 is whole
    /// @param missing how many students, at the end of the roster, hand in nothing
    FabricatedClass(Path folder, int students, List<Breakage> breakages, int missing) throws IOException {
        this.folder = folder;
        this.submissions = Files.createDirectories(folder.resolve("submissions"));
        this.roster = folder.resolve("roster.csv");
        this.key = CourseKey.make(folder.resolve("course.key"), RandomGenerator.of("L64X128MixRandom"));
        StringBuilder csv = new StringBuilder("ID;Name\r\n");
        Rezip neighbour = new Rezip(student(0));
        for (int student = 0; student < students; student++) {
            csv.append(id(student)).append(";Student ").append(student).append("\r\n");
            if (student < students - missing) {
                handIn(
                        student,
                        student == 0 || student > breakages.size()
                                ? Optional.empty()
                                : Optional.of(breakages.get(student - 1)),
                        neighbour);
            }
        }
        Files.writeString(roster, csv);
    }

    private void handIn(int student, Optional<Breakage> breakage, Rezip neighbour) throws IOException {
        byte[] zip = student(student);
        if (breakage.isPresent()) {
            broken.put(id(student), breakage.get());
            breakage.get().write(submissions, id(student), zip, neighbour);
        } else {
            Breakage.put(submissions.resolve("submission-" + id(student) + ".zip"), zip);
        }
    }

    private byte[] student(int student) throws IOException {
        Path home = Files.createTempDirectory(folder, "home");
        return new FabricatedStudent(key.issue(id(student)), home)
                .answer(wrongAnswers(student))
                .pack();
    }

    ClassGrader.Course course() {
        return course("test");
    }

    ClassGrader.Course course(String kit) {
        return new ClassGrader.Course(
                Roster.read(roster, Optional.empty()),
                Tickets.of(key),
                List.of(FabricatedStudent.SECOND),
                Set.of(2),
                kit,
                Optional.of(Breakage.DEADLINE),
                Runtime.getRuntime().availableProcessors());
    }

    Path results() {
        return folder.resolve("results");
    }

    ClassGrader.Outcome grade() {
        return grade("test");
    }

    ClassGrader.Outcome grade(String kit) {
        ClassGrader.Outcome outcome = ClassGrader.grade(submissions, roster, results(), course(kit), (_, _) -> {});
        Results.write(outcome.gradebook(), results());
        return outcome;
    }
}
