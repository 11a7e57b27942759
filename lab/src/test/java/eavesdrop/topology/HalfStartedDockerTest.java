package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import org.junit.jupiter.api.Test;

/// A lab of which one container alone came up holds the ports, and is this lab all the same.
@RequiresDocker
class HalfStartedDockerTest {
    @Test
    void isNotTakenForAnotherProgram() throws Exception {
        try (TestLab lab = TestLab.make("half")) {
            lab.compose("up", "-d", "chat_wire");

            assertThat(lab.labw("status", "--json")).contains("\"up\" : true");
            assertThat(lab.labw("doctor")).contains("is in use by this lab").doesNotContain("another program");
        }
    }
}
