package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `up` on a rung that runs already: nobody's chat is broken off, unless there is something new to be read.
@RequiresDocker
class UpAgainDockerTest {
    @Test
    void onlyOtherClassesOrKeysMakeTheContainersAnew() throws Exception {
        try (TestLab lab = TestLab.make("again")) {
            List<String> first = up(lab);
            List<String> again = up(lab);
            Files.writeString(lab.file("keys").resolve("client/another.txt"), "another");
            List<String> withAnotherKey = up(lab);

            assertThat(again).isEqualTo(first);
            assertThat(withAnotherKey).doesNotContainAnyElementsOf(first);
        }
    }

    /// @return the containers of those who read the classes and the keys
    private static List<String> up(TestLab lab) throws Exception {
        lab.labw("up", "--topology=compose", "--scenario=tls", "--with=solutions");
        return lab.compose("ps", "-q", "chat_server", "chat_client_1", "chat_client_2")
                .lines()
                .toList();
    }
}
