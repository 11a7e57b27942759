package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.testing.Until;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a student gets of the exercises on the command line: progress, hints, and tests at each save.
class ExerciseCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private StudentFolder student;

    private final StringWriter out = new StringWriter();
    private final PipedInputStream keyboard = new PipedInputStream();

    @BeforeEach
    void unpackTheStarters() throws IOException {
        System.setProperty("eavesdrop.home", home.toString());
        student = StudentFolder.unpackedIn(home);
    }

    @AfterEach
    void forgetTheLab() {
        System.clearProperty("eavesdrop.home");
    }

    @Test
    void whatPassedIsKeptAndShown() throws IOException {
        assertThat(said("exercise")).contains("0 of 15 points", "· 2.1").doesNotContain("✓");
        student.solve(2, "PayloadLines.java");

        assertThat(run("exercise", "2.1")).isZero();

        assertThat(said("exercise"))
                .contains(" 2 of 15 points", "✓ 2.1  · 2.2", "Next: ./labw exercise 2, at part 2.2");
        assertThat(said("exercise", "--json")).contains("\"done\" : [ \"2.1\" ]");
        assertThat(said("status", "--topology", "local")).contains("exercise 2      2 of 15 points, 0 hints taken");
    }

    @Test
    void goesOnAfterThePartThatWasDoneLast() throws IOException {
        Files.writeString(home.resolve("progress.yml"), "exercises:\n  \"5.1\": 3\n  \"6.6\": 3\n");
        assertThat(said("exercise")).contains("Next: ./labw exercise 2, at part 2.1");

        Files.writeString(home.resolve("progress.yml"), "exercises:\n  \"5.1\": 3\n");
        assertThat(said("exercise")).contains("Next: ./labw exercise 5, at part 5.2");
    }

    @Test
    void whatOthersWroteIsNoProgressOfOnesOwn() {
        String solutions = StudentFolder.solutions(2).toString();

        assertThat(run("exercise", "2.1", "--files", solutions)).isZero();

        assertThat(home.resolve("progress.yml")).doesNotExist();
    }

    @Test
    void watchTestsAgainAtEachSaveAndEndsWhenAllIsRight() throws Exception {
        CompletableFuture<Integer> watching = CompletableFuture.supplyAsync(() -> run("exercise", "2.1", "--watch"));
        Until.holds("the starter was tested", () -> shown().contains("0 of 2 points"), this::shown);
        Files.writeString(student.file(2, "PayloadLines.java"), "no Java");
        Until.holds("a file that does not compile was said", () -> shown().contains("does not compile"), this::shown);
        student.solve(2, "PayloadLines.java");

        assertThat(watching.get(60, TimeUnit.SECONDS)).isZero();
        assertThat(shown()).contains("2 of 2 points");
    }

    @Test
    void watchStopsAtTheFirstOpenPartAndEndsWhenOneTypesQ() throws Exception {
        try (OutputStream typing = new PipedOutputStream(keyboard)) {
            CompletableFuture<Integer> watching = CompletableFuture.supplyAsync(() -> run("exercise", "2", "--watch"));
            Until.holds("the starters were tested", () -> shown().contains("Next: 2.1"), this::shown);
            assertThat(shown()).contains("Testing 2.1").doesNotContain("Testing 2.2");
            assertThat(shown()).containsPattern("2\\.2 .*not tested yet");

            typing.write("no command\nq\n".getBytes(StandardCharsets.UTF_8));
            typing.flush();

            assertThat(watching.get(60, TimeUnit.SECONDS)).isEqualTo(ExitStatus.WRONG.code());
        }
    }

    @Test
    void givesHintsForPartsAndKeepsThemApartFromThoseForQuestions() throws IOException {
        assertThat(said("hint", "exercise", "2.1")).contains("2.1, hint 1 of 3").doesNotContain("hint 2 of 3");
        assertThat(said("exercise", "2.1", "--hint")).contains("2.1, hint 2 of 3");
        said("hint", "exercise", "2");
        assertThat(said("hint", "exercise", "2.1")).contains("hint 3 of 3", "no further hint for 2.1");
        assertThat(Files.readString(home.resolve("progress.yml"))).contains("\"exercise 2.1\": 3");

        assertThat(said("hint", "exercise", "2.1", "--json")).contains("\"kind\" : \"exercise\"", "\"fresh\" : false");
        assertThat(run("hint", "exercise", "2.99")).isEqualTo(ExitStatus.USAGE.code());
        assertThat(run("hint", "something", "2.1")).isEqualTo(ExitStatus.USAGE.code());
    }

    private String shown() {
        return out.toString();
    }

    private String said(String... arguments) {
        out.getBuffer().setLength(0);
        run(arguments);
        return out.toString();
    }

    private int run(String... arguments) {
        PrintWriter both = new PrintWriter(out, true);
        return Main.run(new Console(both, OutputStream.nullOutputStream(), both, false, keyboard), arguments);
    }
}
