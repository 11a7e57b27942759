package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A class of forty, most of it broken in every way there is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassGraderTest {
    private static final int STUDENTS = 40;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FabricatedClass school;

    @SuppressWarnings("NullAway.Init")
    private Gradebook book;

    @BeforeAll
    void grade(@TempDir Path shared) throws IOException {
        folder = shared;
        school = new FabricatedClass(folder, STUDENTS, List.of(Breakage.values()), 2);
        book = school.grade().gradebook();
    }

    @TestFactory
    Stream<DynamicTest> namesWhatIsWrongWithEachBrokenSubmission() {
        return school.broken.entrySet().stream()
                .map(broken -> DynamicTest.dynamicTest(
                        broken.getValue().name(),
                        () -> assertThat(remarks(broken.getKey(), broken.getValue()))
                                .as("%s", remarks(broken.getKey(), broken.getValue()))
                                .anyMatch(remark -> remark.mark() == broken.getValue().expected
                                        && remark.says().length() > 10)));
    }

    @Test
    void saysWhatAnInstructorCanDoAboutIt() {
        assertThat(said(Breakage.LATE))
                .contains("2026-11-24T12:01:00Z")
                .contains("the deadline was 2026-11-24T12:00:00Z (both in UTC)");
        assertThat(said(Breakage.COMPRESSED_OTHERWISE)).contains("compressed in a way");
        assertThat(said(Breakage.ZIP_IN_ZIP)).contains("export of a learning platform, unpack it first");
    }

    private String said(Breakage breakage) {
        return school.broken.entrySet().stream()
                .filter(broken -> broken.getValue() == breakage)
                .flatMap(broken -> result(broken.getKey()).remarks().stream())
                .map(Remark::says)
                .collect(Collectors.joining(" "));
    }

    private List<Remark> remarks(String id, Breakage breakage) {
        return breakage == Breakage.UNKNOWN_ID
                ? book.strays().getFirst().remarks()
                : result(id).remarks();
    }

    @Test
    void scoresTheOthersAsIfNothingWereWrong() {
        List<StudentResult> whole = book.results().stream()
                .filter(result -> result.state().equals("ok"))
                .toList();
        // Student 0, whose capture another one handed in, should be looked at, too.
        assertThat(whole).hasSize(STUDENTS - school.broken.size() - 3);
        assertThat(result("s0000").marks()).containsExactly("same-capture");
        assertThat(result("s0000").points()).isEqualTo(result("s0000").of()).isPositive();
        assertThat(whole).allSatisfy(result -> {
            int wrong =
                    FabricatedClass.wrongAnswers(Integer.parseInt(result.id().substring(1)));
            assertThat(result.sheets().getFirst().report().answers().stream()
                            .filter(answer -> answer.verdict().equals("wrong")))
                    .hasSize(wrong);
            assertThat(result.points() == result.of()).isEqualTo(wrong == 0);
            assertThat(result.hints()).isEqualTo(Map.of("2.1", 1));
        });
    }

    /// Worksheets of an older kit may ask other things.
    @Test
    void saysWithWhichVersionOfTheKitItWasPacked() throws IOException {
        assertThat(Files.readString(school.results().resolve("students/student-s0000.html")))
                .containsPattern("Packed with</dt>\\s*<dd>version .+ of the kit");
    }

    @Test
    void scoresNothingThatCouldNotBeChecked() {
        assertThat(book.results())
                .filteredOn(result -> result.remarks().stream()
                        .anyMatch(remark -> remark.mark().stops() && remark.mark() != Mark.TWICE))
                .hasSizeGreaterThan(15)
                .allMatch(result -> result.points() == 0);
    }

    @Test
    void listsWhoHandedInNothing() {
        assertThat(book.results())
                .filteredOn(result -> result.state().equals("missing"))
                .extracting(StudentResult::id)
                .containsExactly("s0018", "s0038", "s0039");
        assertThat(book.strays()).hasSize(1);
    }

    @Test
    void writesOneLineAStudentForSpreadsheets() throws IOException {
        assertThat(Files.readAllLines(school.results().resolve("grades.csv")))
                .hasSize(1 + STUDENTS)
                .last()
                .asString()
                .matches("s0039,Student 39,0,\\d+,missing,missing,,.*");
    }

    @Test
    void writesNothingOutsideOfItsFolders() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("escaped"));
        }
        assertThat(Path.of(Breakage.OUTSIDE)).doesNotExist();
        assertThat(school.results().resolve(".work")).doesNotExist();
    }

    @Test
    void givesTheSameBytesAgainAndChecksOnlyWhatHasChanged() throws IOException {
        Map<String, String> before = results();
        ClassGrader.Outcome again = school.grade();
        assertThat(again.unchanged()).isEqualTo(again.submissions());
        assertThat(results()).isEqualTo(before).hasSize(3 + 2 * STUDENTS);

        Path one = school.submissions.resolve("submission-s0000.zip");
        byte[] kept = Files.readAllBytes(one);
        Breakage.put(one, new Rezip(kept).remove("progress.yml").zip());
        assertThat(school.grade().unchanged()).isEqualTo(again.submissions() - 1);
        assertThat(results()).isNotEqualTo(before);

        assertThat(school.grade("another build of the kit").unchanged()).isZero();
        Breakage.put(one, kept);
        school.grade();
        assertThat(results()).isEqualTo(before);
    }

    private Map<String, String> results() throws IOException {
        Path results = school.results();
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(".checked"))
                    .collect(Collectors.toMap(
                            file -> results.relativize(file).toString(),
                            SubmissionFiles::digest,
                            (one, _) -> one,
                            TreeMap::new));
        }
    }

    private StudentResult result(String id) {
        return book.results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
