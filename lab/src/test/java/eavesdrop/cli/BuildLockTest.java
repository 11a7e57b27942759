package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.Until;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `labw` in several terminals that all find the kit stale. The JDK and Maven are small scripts: who may build is what
/// counts here, not what is built.
@DisabledOnOs(OS.WINDOWS)
class BuildLockTest {
    private static final String MAVEN = """
            #!/bin/sh
            mkdir "$BUILDS/running" || echo overlap >>"$BUILDS/log"
            sleep 0.5
            : >lab/target/eavesdrop.jar
            echo built >>"$BUILDS/log"
            rmdir "$BUILDS/running"
            """;

    @TempDir
    private Path home;

    private final List<Process> terminals = new ArrayList<>();

    @BeforeEach
    void aKitThatIsNotBuilt() throws IOException {
        Files.copy(Path.of("../labw"), home.resolve("labw"));
        Files.createDirectories(home.resolve("lab/target"));
        program("bin/mvn", MAVEN);
        program("jdk/bin/javac", "#!/bin/sh\n");
        program("jdk/bin/java", "#!/bin/sh\n");
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    }

    private void program(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void openTerminals(int count) throws IOException {
        for (int terminal = 0; terminal < count; terminal++) {
            openTerminal("doctor");
        }
    }

    private void openTerminal(String command) throws IOException {
        ProcessBuilder labw = new ProcessBuilder("sh", home.resolve("labw").toString(), command);
        labw.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        labw.environment().put("BUILDS", home.toString());
        labw.environment().merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        terminals.add(labw.redirectErrorStream(true)
                .redirectOutput(said(terminals.size()).toFile())
                .start());
    }

    private Path said(int terminal) {
        return home.resolve("terminal" + terminal);
    }

    private String allSaid() {
        StringBuilder all = new StringBuilder();
        try {
            for (int terminal = 0; terminal < terminals.size(); terminal++) {
                all.append(Files.readString(said(terminal)));
            }
        } catch (IOException nothingYet) {
            all.append(nothingYet);
        }
        return all.toString();
    }

    private void allEnd() throws InterruptedException {
        for (Process terminal : terminals) {
            assertThat(terminal.waitFor(60, TimeUnit.SECONDS)).as(allSaid()).isTrue();
            assertThat(terminal.exitValue()).as(allSaid()).isZero();
        }
        assertThat(home.resolve("lab/target/build.lock")).doesNotExist();
    }

    private Path lock(String... lines) throws IOException {
        return Files.write(home.resolve("lab/target/build.lock"), List.of(lines));
    }

    private static String machine() throws IOException {
        return new String(
                        new ProcessBuilder("uname", "-n")
                                .start()
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .strip();
    }

    private static long gone() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    @Test
    void oneBuildsAndTheOthersSayForWhomTheyWait() throws Exception {
        openTerminals(4);
        allEnd();
        assertThat(home.resolve("log")).hasContent("built\n");
        assertThat(allSaid())
                .containsOnlyOnce("Building the kit.")
                .contains("Another terminal builds the kit (process ");
    }

    @Test
    void oneTakesTheLockOfABuildThatIsGone() throws Exception {
        lock(machine() + " " + gone(), machine() + " " + gone());
        openTerminals(6);
        allEnd();
        assertThat(home.resolve("log")).hasContent("built\n");
    }

    @Test
    void nobodyBuildsUnderTheTestsOfAnotherTerminal() throws Exception {
        openTerminal("test");
        openTerminals(2);
        allEnd();
        assertThat(home.resolve("log")).hasContent("built\nbuilt\n");
    }

    /// The shell of the other terminal was killed, and its Maven goes on.
    @Test
    void nobodyTakesTheLockOfABuildThatStillRuns() throws Exception {
        Process maven = new ProcessBuilder("sleep", "300").start();
        try {
            lock(machine() + " " + gone(), machine() + " " + maven.pid());
            openTerminals(2);
            Until.holds(
                    "both say that they wait",
                    () -> allSaid().split("\\(process " + maven.pid() + "\\)", -1).length == 3,
                    this::allSaid);
            assertThat(home.resolve("log")).doesNotExist();
        } finally {
            maven.destroy();
        }
        allEnd();
        assertThat(home.resolve("log")).hasContent("built\n");
    }

    /// Whether it runs cannot be known from here.
    @Test
    void nobodyTakesTheLockOfAnotherMachine() throws Exception {
        Path lock = lock("elsewhere " + gone());
        openTerminals(1);
        Until.holds("it says that it waits", () -> allSaid().contains("delete lab/target/build.lock"), this::allSaid);
        assertThat(home.resolve("log")).doesNotExist();
        Files.delete(lock);
        allEnd();
    }

    @Test
    void whoIsInterruptedEndsItsBuildAndGivesTheLockBack() throws Exception {
        program("bin/mvn", "#!/bin/sh\necho began >>\"$BUILDS/log\"\nexec sleep 300\n");
        openTerminals(1);
        Until.holds("Maven runs", () -> Files.exists(home.resolve("log")), this::allSaid);
        List<ProcessHandle> children = terminals.getFirst().children().toList();
        terminals.getFirst().destroy();
        assertThat(terminals.getFirst().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(home.resolve("lab/target/build.lock")).doesNotExist();
    }
}
