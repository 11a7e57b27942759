package eavesdrop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercise.ExerciseRun.DoesNotCompile;
import eavesdrop.exercise.ExerciseRun.PartResult;
import eavesdrop.exercise.ExerciseRun.Ran;
import eavesdrop.exercise.Outcome.Failing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A student's class may do anything; the runner says what it did and goes on with the next part.
@SuppressWarnings("InlineFormatString") // The class reads better by itself.
class RunawayTest {
    private static final Path EXERCISES =
            Path.of("..", "exercises").toAbsolutePath().normalize();
    private static final String CLASS = """
            package eavesdrop.exercises.lab2;

            import java.util.List;

            public final class PayloadLines {
                %s
                public static List<String> of(byte[] payload) {
                    %s
                    return List.of();
                }
            }
            """;

    /// Long enough for a JVM to start on a machine that does much else, and no longer: what has no end takes all of it.
    private static final Duration LIMIT = Duration.ofSeconds(8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path handedIn;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            while (payload.length >= 0) {}                                               | did not come to an end: after 8 s
            System.exit(0);                                                              | called System.exit
            Runtime.getRuntime().halt(0);                                                | calls Runtime.halt
            while (payload.length >= 0) System.out.println("x".repeat(9000));            | printed more than 1 MiB
            of(payload);                                                                 | calls itself without end
            List<byte[]> all = new java.util.ArrayList<>(); while (payload.length >= 0) all.add(new byte[1 << 20]); | used up the memory
            while (payload.length >= 0) Thread.ofPlatform().start(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }); | threads running
            """)
    void saysWhatTheClassDidAndGoesOn(String body, String says) throws IOException {
        ExerciseRun run = run("", body);
        assertThat(run).isInstanceOfSatisfying(Ran.class, ran -> {
            assertThat(ran.parts()).hasSize(2);
            assertThat(ran.parts())
                    .allSatisfy(part -> assertThat(part.outcome()).isInstanceOfSatisfying(Failing.class, failing -> {
                        assertThat(failing.first().what()).contains(says);
                        assertThat(failing.first().test()).isNotEmpty();
                    }));
        });
    }

    @Test
    void saysThatAnExceptionOfTheStudentsFailsItself() throws IOException {
        String exception = """
                static final class Odd extends RuntimeException {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("not now");
                    }
                }
                """;

        ExerciseRun run = run(exception, "if (payload.length >= 0) throw new Odd();");

        assertThat(run)
                .isInstanceOfSatisfying(
                        Ran.class,
                        ran -> assertThat(ran.parts())
                                .hasSize(2)
                                .allSatisfy(
                                        part -> assertThat(what(part))
                                                .contains(
                                                        "Your code throws Odd: and this exception throws IllegalStateException")));
    }

    /// It deletes what the runner has put into the temporary folder for this part, and for the next one.
    @Test
    void goesOnWhenTheFilesOfTheTestsWereDeleted() throws IOException {
        String delete = """
                static void delete(java.nio.file.Path path) {
                    java.io.File[] inside = path.toFile().listFiles();
                    for (java.io.File one : inside == null ? new java.io.File[0] : inside) {
                        delete(one.toPath());
                    }
                    path.toFile().delete();
                }
                """;

        ExerciseRun run = run(
                delete,
                "for (String word : System.getProperty(\"sun.java.command\").split(\" \"))"
                        + " if (word.matches(\".*([.]events|[/\\\\\\\\](tests|classes))\")) delete(java.nio.file.Path.of(word));");

        assertThat(run)
                .isInstanceOfSatisfying(
                        Ran.class,
                        ran -> assertThat(ran.parts())
                                .hasSize(2)
                                .allSatisfy(part -> assertThat(what(part)).contains("your code deletes files")));
    }

    @Test
    void saysThatAStaticInitialiserThrew() throws IOException {
        ExerciseRun run = run("static final int SIZE = Integer.parseInt(\"many\");", "");
        assertThat(run)
                .isInstanceOfSatisfying(
                        Ran.class,
                        ran -> assertThat(ran.parts().getFirst().outcome())
                                .isInstanceOfSatisfying(
                                        Failing.class,
                                        failing -> assertThat(failing.first().what())
                                                .contains("static")
                                                .contains("NumberFormatException: For input string: \"many\"")));
    }

    @Test
    void saysWhereAThreadStillRuns() throws IOException {
        ExerciseRun run = run("", "new Thread(() -> { while (true) Thread.onSpinWait(); }, \"endless\").start();");
        assertThat(run)
                .isInstanceOfSatisfying(
                        Ran.class,
                        ran -> assertThat(ran.parts().getFirst().notes())
                                .anySatisfy(note ->
                                        assertThat(note).contains("endless").contains("PayloadLines.java:8")));
    }

    /// Each thread holds one lock before either asks for the other's, so they meet every time.
    @Test
    void saysWhereThreadsWaitForEachOther() throws IOException {
        String locks = """
                private static final Object LEFT = new Object();
                private static final Object RIGHT = new Object();
                private static final java.util.concurrent.CountDownLatch BOTH_HOLD = new java.util.concurrent.CountDownLatch(2);

                static void take(Object first, Object second) {
                    synchronized (first) {
                        BOTH_HOLD.countDown();
                        try {
                            BOTH_HOLD.await();
                        } catch (InterruptedException stopped) {
                            return;
                        }
                        synchronized (second) {
                            BOTH_HOLD.countDown();
                        }
                    }
                }
                """;

        ExerciseRun run = run(locks, "new Thread(() -> take(LEFT, RIGHT)).start(); take(RIGHT, LEFT);");

        assertThat(run)
                .isInstanceOfSatisfying(
                        Ran.class,
                        ran -> assertThat(ran.parts())
                                .hasSize(2)
                                .allSatisfy(
                                        part -> assertThat(what(part))
                                                .contains(
                                                        "(a deadlock): PayloadLines.java:19, in take and PayloadLines.java:19, in take.")));
    }

    @Test
    void showsTheLineThatDoesNotCompile() throws IOException {
        ExerciseRun run = run("", "return lins;");
        assertThat(run)
                .isInstanceOfSatisfying(
                        DoesNotCompile.class,
                        broken -> assertThat(broken.errors()).anySatisfy(error -> {
                            assertThat(error.line()).isEqualTo(8);
                            assertThat(error.text()).contains("return lins;");
                            assertThat(error.message()).contains("cannot find symbol");
                        }));
    }

    private static String what(PartResult part) {
        return part.outcome() instanceof Failing failing
                ? failing.first().what()
                : part.outcome().toString();
    }

    /// The part is run twice: as if it were two, so that one sees that the runner goes on.
    private ExerciseRun run(String field, String body) throws IOException {
        Files.writeString(handedIn.resolve("PayloadLines.java"), CLASS.formatted(field, body));
        Exercise.Part part = new Exercise.Part("2.1", "lines", 1, List.of());
        RunLimits limits = new RunLimits(LIMIT, 64, 1 << 20, 200);
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Sources sources = new Sources(EXERCISES, 2, List.of(), List.of(handedIn));
        return new ExerciseRunner("eavesdrop.cli.PartMain", classPath, limits, JvmPlace.HERE)
                .run(sources, List.of(part, part), _ -> {});
    }
}
