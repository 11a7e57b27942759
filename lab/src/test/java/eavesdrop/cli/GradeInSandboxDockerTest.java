package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a student's code can do at the instructor's: with `--exercises` alone all that the instructor can, with
/// `--sandbox` its exercise.
@RequiresDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradeInSandboxDockerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestLab lab;

    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private StudentFolder student;

    @BeforeAll
    void buildTheImages() throws Exception {
        lab = TestLab.make("sandbox");
    }

    @AfterAll
    void takeTheLabAway() throws Exception {
        lab.close();
    }

    @BeforeEach
    void unpackTheStarters() throws IOException {
        home = Files.createTempDirectory(folder, "home, of ada");
        System.setProperty("eavesdrop.home", home.toString());
        Files.createDirectories(home.resolve("worksheets"));
        student = StudentFolder.unpackedIn(home);
        run("start", "--student", "ada");
    }

    @AfterEach
    void forgetTheLab() {
        System.clearProperty("eavesdrop.home");
    }

    @Test
    void codeOfAStrangerSeesNoFilesAndReachesNobody() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Path secret = Files.writeString(folder.resolve("course.key"), "the key of the course");
            student.solve(2, "PayloadLines.java");
            insert("PayloadLines.java", "class PayloadLines {", """
                    static {
                        String could = "";
                        try (var stranger = new java.net.Socket("127.0.0.1", %d)) {
                            could += " connect";
                        } catch (java.io.IOException kept) {
                        }
                        try {
                            could += java.nio.file.Files.readString(java.nio.file.Path.of("%s")).isEmpty() ? "" : " read";
                        } catch (java.io.IOException kept) {
                        }
                        try {
                            java.nio.file.Files.writeString(java.nio.file.Path.of("stranger.txt"), "was here");
                            could += " write";
                        } catch (java.io.IOException kept) {
                        }
                        could += System.getenv("LAB_TAG") == null ? "" : " ask";
                        could += java.nio.file.Files.exists(java.nio.file.Path.of("README.md")) ? " look" : "";
                        if (!could.isEmpty()) {
                            throw new IllegalStateException("could" + could);
                        }
                    }
                    """.formatted(server.getLocalPort(), secret));
            handIn();

            assertThat(graded("--exercises")).contains("could connect read write ask look");
            assertThat(graded("--exercises", "--sandbox")).contains("ada,Ada,2.1,2,2,right,");
            String code = student.file(2, ".").toString();
            assertThat(lab.labw("exercise", "2.1", "--sandbox", "--files", code))
                    .contains("✓ 2.1");
        } finally {
            Files.deleteIfExists(StudentFolder.KIT.resolve("exercises/stranger.txt"));
        }
    }

    @Test
    void codeThatEndsItsJvmIsToldFromAContainerThatDoesNotStart() throws Exception {
        student.solve(3, "Forger.java");
        student.solve(2, "PayloadLines.java");
        insert("PayloadLines.java", "class PayloadLines {", "static { Runtime.getRuntime().halt(125); }\n");
        handIn();

        assertThat(graded("--exercises", "--sandbox"))
                .contains("Runtime.halt", "ada,Ada,3.1,2,2,right,", "ada,Ada,3.3,4,4,right,");
    }

    @Test
    void everySolutionIsRightThereToo() throws Exception {
        for (int exercise = 2; exercise <= 6; exercise++) {
            for (Path solution : solutions(exercise)) {
                student.solve(exercise, solution.getFileName().toString());
            }
        }
        handIn();

        assertThat(graded("--exercises", "--sandbox").lines().skip(1))
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.endsWith(",right,"));
    }

    private static List<Path> solutions(int exercise) throws IOException {
        try (var files = Files.list(StudentFolder.solutions(exercise))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private void insert(String file, String behind, String code) throws IOException {
        Path path = student.file(2, file);
        String text = Files.readString(path);
        assertThat(text).contains(behind);
        Files.writeString(path, text.replace(behind, behind + "\n" + code));
    }

    private void handIn() throws IOException {
        Files.createDirectories(home.resolve("in"));
        assertThat(run("submit", "--out", home.resolve("in/submission-ada.zip").toString()))
                .isZero();
        Files.write(home.resolve("roster.csv"), List.of("id,name", "ada,Ada"));
    }

    /// What stands in `exercises.csv` then.
    private String graded(String... options) throws Exception {
        Path out = Files.createTempDirectory(home, "out");
        List<String> command = new ArrayList<>(
                List.of("grade", home.resolve("in").toString(), "--home-made", "--out", out.toString()));
        command.addAll(List.of("--roster", home.resolve("roster.csv").toString()));
        command.addAll(List.of(options));
        String _ = lab.labw(command.toArray(String[]::new));
        return Files.readString(out.resolve("exercises.csv"));
    }

    private static int run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.run(new Console(nowhere, nowhere, false), arguments);
    }
}
