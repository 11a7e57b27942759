package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a student wrote for the exercises, from `submit` to the instructor's `grade --exercises`.
class HandedExercisesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private StudentFolder student;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void unpackTheStarters() throws IOException {
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
    void onlyWhatWasBegunIsPacked() throws IOException {
        assertThat(run("submit")).isEqualTo(ExitStatus.FILE.code());
        student.solve(2, "PayloadLines.java");
        out.getBuffer().setLength(0);

        assertThat(run("submit")).isZero();

        assertThat(out.toString())
                .contains("Ticket ada, exercises 2:", "exercises/lab2/PayloadLines.java", "exercises/lab2/Sniffer.java")
                .contains("Exercise 2 is not done: 2.2, 2.3, 2.4, 2.5 is still to be written.")
                .doesNotContain("lab2/SnifferMain.java", "lab3", "Exercise 3");
    }

    @Test
    void theCodeRunsAtTheInstructorsOnlyWhenAsked() throws IOException {
        student.solve(2, "PayloadLines.java");
        student.solve(3, "Forger.java");
        Files.writeString(student.file(3, "Forger.java"), "\n}", StandardOpenOption.APPEND);
        handIn();

        assertThat(grade()).isZero();
        assertThat(home.resolve("out/exercises.csv")).doesNotExist();
        assertThat(out.toString()).doesNotContain("The code of your students runs");

        assertThat(grade("--exercises")).isZero();
        assertThat(out.toString())
                .contains("The code of your students runs now, on this machine and with your rights.");
        assertThat(Files.readAllLines(home.resolve("out/exercises.csv")))
                .contains("id,name,part,points,of,outcome,says", "ada,Ada,2.1,2,2,right,", "ada,Ada,2.2,0,4,not-done,")
                .anyMatch(line -> line.startsWith("ada,Ada,3.1,0,") && line.contains("does-not-compile,\"Forger.java:"))
                .noneMatch(line -> line.startsWith("bob") || line.contains("4.1"));
    }

    @Test
    void aClassOfTheStudentsOwnIsHandedInAndTestedWithTheOthers() throws IOException {
        student.solve(3, "Forger.java");
        String solved = Files.readString(student.file(3, "Forger.java"));
        Files.writeString(
                student.file(3, "Forger.java"),
                solved.replace("text.replace(plan.word(), plan.instead())", "Other.of(plan, text)"));
        Files.writeString(student.file(3, "Other.java"), """
                package eavesdrop.exercises.lab3;

                record Other() {
                    static String of(Plan plan, String text) {
                        return text.replace(plan.word(), plan.instead());
                    }
                }
                """);
        handIn();
        assertThat(out.toString()).contains("exercises/lab3/Other.java").doesNotContain("lab3/Plan.java");

        assertThat(grade("--exercises")).isZero();

        assertThat(Files.readAllLines(home.resolve("out/exercises.csv")))
                .contains("ada,Ada,3.2,4,4,right,", "ada,Ada,3.3,4,4,right,");
    }

    @Test
    void aClassThatTakesThePlaceOfATestScoresNothing() throws IOException {
        student.solve(3, "Forger.java");
        Files.writeString(student.file(3, "Mine.java"), """
                package eavesdrop.exercises.lab3;

                class Mine {}

                class ForgerTest {
                    @org.junit.jupiter.api.Test
                    @org.junit.jupiter.api.Tag("3.1")
                    void passes() {}
                }
                """);
        handIn();

        assertThat(grade("--exercises")).isZero();

        assertThat(Files.readAllLines(home.resolve("out/exercises.csv")))
                .contains("ada,Ada,3.1,0,2,does-not-compile,Mine.java:5 The tests have a class ForgerTest of their own."
                        + " Give yours another name.");
    }

    private void handIn() throws IOException {
        Files.createDirectories(home.resolve("in"));
        assertThat(run("submit", "--out", at("in/submission-ada.zip"))).isZero();
        Files.write(home.resolve("roster.csv"), List.of("id,name", "ada,Ada", "bob,Bob"));
    }

    private int grade(String... more) {
        List<String> command = new ArrayList<>(List.of("grade", at("in"), "--home-made"));
        command.addAll(List.of("--roster", at("roster.csv"), "--out", at("out")));
        command.addAll(List.of(more));
        return run(command.toArray(String[]::new));
    }

    private String at(String name) {
        return home.resolve(name).toString();
    }

    private int run(String... arguments) {
        PrintWriter both = new PrintWriter(out, true);
        return Main.run(new Console(both, both, false), arguments);
    }
}
