package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two copies of the kit on one machine, whose compose projects have the same name. The other copy is played by one
/// container that bears the labels which compose would have written.
@RequiresDocker
class OtherCopyDockerTest {
    private static final String PROJECT =
            "test-copies-" + ProcessHandle.current().pid();
    private static final String SERVER = PROJECT + "-chat_server";
    private static final Path KIT = Path.of("..").toAbsolutePath().normalize();

    private final ComposeTopology lab = new ComposeTopology(
            LabSettings.of(KIT, Map.of("COMPOSE_PROJECT_NAME", PROJECT, "LAB_PREFIX", PROJECT + "-")));

    @BeforeEach
    void theLabOfAnotherCopyRuns() throws Exception {
        TestLab.run(
                "docker",
                "run",
                "--detach",
                "--init",
                "--name",
                SERVER,
                "--label",
                "com.docker.compose.project=" + PROJECT,
                "--label",
                "com.docker.compose.service=chat_server",
                "--label",
                "com.docker.compose.oneoff=False",
                "--label",
                "com.docker.compose.config-hash=none",
                "--label",
                OtherCopy.LABEL + "=/home/mia/eavesdrop/labs",
                "debian:trixie-slim",
                "sleep",
                "600");
    }

    @AfterEach
    void endIt() throws Exception {
        TestLab.attempt("docker", "rm", "--force", SERVER);
    }

    @Test
    void isNeitherEndedNorReplacedButNamed() throws Exception {
        assertThatThrownBy(() -> lab.down(_ -> {}))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("another copy of the kit is up: the one in /home/mia/eavesdrop/labs");
        assertThatThrownBy(() -> lab.up(_ -> {})).isInstanceOf(LabException.class);

        assertThat(isRunning()).isTrue();
        assertThat(lab.isUp()).isFalse();
        assertThat(lab.parties())
                .noneMatch(Topology.Party::running)
                .allMatch(party -> party.detail().contains("another copy of the kit is, in /home/mia/eavesdrop/labs"));
    }

    @Test
    void isEndedWhenThatIsWhatThePersonWants() throws Exception {
        lab.downWhoeverBegan(_ -> {});

        assertThat(isRunning()).isFalse();
    }

    @Test
    void isInNobodysWayOnceItHasStopped() throws Exception {
        TestLab.run("docker", "stop", "--time", "0", SERVER);

        lab.down(_ -> {});

        assertThat(TestLab.attempt("docker", "inspect", SERVER).status()).isNotZero();
    }

    private static boolean isRunning() throws Exception {
        return TestLab.attempt("docker", "inspect", "--format", "{{.State.Running}}", SERVER)
                .output()
                .strip()
                .equals("true");
    }
}
