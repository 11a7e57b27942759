package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComposeFailureTest {
    private static final LabSettings SETTINGS = LabSettings.of(Path.of("/lab"), Map.of());

    @Test
    void namesThePortThatIsInUse() {
        assertThat(ComposeFailure.explain(
                                SETTINGS, "Bind for 127.0.0.1:12345 failed: port is already allocated\n", name -> "")
                        .remedy())
                .contains("LAB_PORT=");
    }

    @Test
    void recognisesAnotherCopyOfTheLab() {
        assertThat(ComposeFailure.explain(
                                SETTINGS,
                                "The container name \"/chat_server\" is already in use by container\n",
                                name -> "")
                        .what())
                .contains("another copy");
    }

    @Test
    void saysTheLastThingThatComposeSaid() {
        assertThat(ComposeFailure.explain(SETTINGS, "first\nno space left on device\n\n", name -> "")
                        .what())
                .endsWith("no space left on device");
    }

    /// For example a class of a student that is not there.
    @Test
    void saysWhatTheContainerSaid() {
        assertThat(ComposeFailure.explain(
                                SETTINGS,
                                "dependency failed to start: container chat_server is unhealthy\n",
                                name -> "starting\n" + name + " finds no class Mine.\n")
                        .what())
                .endsWith("chat_server is unhealthy. It says: chat_server finds no class Mine.");
    }

    @Test
    void readsTheStepsOfABuild() {
        assertThat(BuildProgress.step("#12 [chat_server build 3/7] RUN mvn package"))
                .contains("  chat_server build 3/7  RUN mvn package");
        assertThat(BuildProgress.step("#12 sha256:abc 3MB / 4MB")).isEmpty();
        assertThat(BuildProgress.lastError("#1 x\nERROR: no network\nthat was it\n"))
                .isEqualTo("ERROR: no network");
    }
}
