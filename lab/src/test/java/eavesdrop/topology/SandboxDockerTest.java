package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import eavesdrop.testing.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What keeps a stranger's program in.
@RequiresDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxDockerTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, String> TAGGED = Map.of("LAB_TAG", TestLab.TAG);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private Path shown;

    @SuppressWarnings("NullAway.Init")
    private Path written;

    @BeforeAll
    void buildTheImages() throws Exception {
        TestLab.make("shut-in").close();
        sandbox = Sandbox.prepare(HOME, TAGGED, _ -> {});
    }

    @BeforeEach
    void makeFiles() throws IOException {
        shown = Files.writeString(folder.resolve("shown, with a \"comma\""), "shown");
        written = Files.writeString(folder.resolve("written"), "");
    }

    @Test
    void aProgramReadsWhatItIsShownAndWritesOneFile() throws Exception {
        assertThat(run("cat \"$1\" > \"$2\"").status()).isZero();
        assertThat(written).hasContent("shown");

        assertThat(run("echo changed > \"$1\"").output()).contains("Read-only file system");
        assertThat(run("echo more > /more").output()).contains("Read-only file system");
        assertThat(run("ls \"$(dirname \"$1\")\"").output().lines())
                .containsExactlyInAnyOrder(shown.getFileName().toString(), "written");
        assertThat(run("cat /proc/net/dev").output()).contains("lo:").doesNotContain("eth");
        assertThat(run("grep -E 'CapEff|NoNewPrivs' /proc/self/status").output())
                .containsPattern("CapEff:\\s+0+\\s")
                .containsPattern("NoNewPrivs:\\s+1");
    }

    @Test
    void aProgramHasOnlySoManyProcessesAndSoMuchMemory() throws Exception {
        assertThat(run("for i in $(seq 40); do sleep 9 & done").output()).contains("fork");
        assertThat(run("head -c 200m /dev/zero | tail > /dev/null; echo ended").output())
                .contains("Killed");
    }

    /// Whoever waited for it was killed, as Ctrl-C does at the worst moment.
    @Test
    void aProgramEndsByItself() throws Exception {
        Process command = new ProcessBuilder(command("sleep 600", Duration.ofSeconds(3))).start();
        Until.holds("the container runs", this::isRunning, () -> "");
        command.destroyForcibly().waitFor();
        assertThat(isRunning()).isTrue();
        Until.holds("the container has ended", () -> !isRunning(), () -> "");
    }

    @Test
    void saysWhenNothingStartsAnyMore() {
        Sandbox without = new Sandbox(new Docker(HOME.resolve("labs"), TAGGED), "eavesdrop-lab:never-built");
        assertThatThrownBy(() -> without.needWorking(program("true", Duration.ofSeconds(30))))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("do not start, or do not see the files of this machine")
                .hasMessageContaining("eavesdrop-lab:never-built");
    }

    private boolean isRunning() throws Exception {
        return !TestLab.attempt("docker", "ps", "-q", "--filter", "ancestor=eavesdrop-lab:" + TestLab.TAG)
                .output()
                .isBlank();
    }

    private TestLab.Outcome run(String script) throws Exception {
        return TestLab.attempt(command(script, Duration.ofSeconds(30)).toArray(String[]::new));
    }

    private List<String> command(String script, Duration atMost) {
        return sandbox.command(program(script, atMost));
    }

    private Sandbox.Program program(String script, Duration atMost) {
        List<String> command = List.of("sh", "-c", script, "sh", Sandbox.seen(shown), Sandbox.seen(written));
        return new Sandbox.Program(List.of(shown), written, folder, 64, 20, atMost, command);
    }
}
