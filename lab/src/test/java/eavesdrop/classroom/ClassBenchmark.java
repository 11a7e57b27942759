package eavesdrop.classroom;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Fabricates a class, or measures how long grading one takes. No test; run its `main` with the class path of the tests
/// in the folder `lab`:
///
/// - `ClassBenchmark make FOLDER 1000 50` makes a class of 1,000, of which 50 submissions are broken, each way in turn
/// - `ClassBenchmark grade FOLDER` grades it once from nothing and once more, as `labw grade` does
public final class ClassBenchmark {
    private ClassBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "make" -> make(folder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "grade" -> {
                grade(folder);
                grade(folder);
            }
            default -> throw new IllegalArgumentException("make or grade");
        }
    }

    private static void make(Path folder, int students, int broken) throws IOException {
        Instant begin = Instant.now();
        List<Breakage> breakages = Stream.generate(() -> Stream.of(Breakage.values()))
                .flatMap(all -> all)
                .limit(broken)
                .toList();
        FabricatedClass school = new FabricatedClass(Files.createDirectories(folder), students, breakages, 0);
        school.broken.forEach((id, breakage) ->
                System.out.println(id + " " + breakage + " must be marked " + breakage.expected.word()));
        System.out.println("made in " + Duration.between(begin, Instant.now()).toSeconds() + " s");
    }

    private static void grade(Path folder) throws IOException {
        Instant begin = Instant.now();
        Path results = folder.resolve("results");
        Path roster = folder.resolve("roster.csv");
        var course = new ClassGrader.Course(
                Roster.read(roster, Optional.empty()),
                Tickets.of(CourseKey.read(folder.resolve("course.key"))),
                List.of(FabricatedStudent.SECOND),
                Set.of(2),
                "benchmark",
                Optional.of(Breakage.DEADLINE),
                Runtime.getRuntime().availableProcessors());
        var outcome = ClassGrader.grade(folder.resolve("submissions"), roster, results, course, (_, _) -> {});
        double checked = Duration.between(begin, Instant.now()).toMillis() / 1e3;
        Results.write(outcome.gradebook(), results);
        double all = Duration.between(begin, Instant.now()).toMillis() / 1e3;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%d submissions, %d unchanged: checked in %.1f s, written in %.1f s, %.0f a second, heap peak %d MB%n",
                outcome.submissions(), outcome.unchanged(), checked, all, outcome.submissions() / all, peak >> 20);
    }
}
