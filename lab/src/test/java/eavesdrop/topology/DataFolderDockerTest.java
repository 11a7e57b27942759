package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever runs compose can read, move and delete what appears in the data folder, root or not. To be somebody
/// else the test has to be root; elsewhere it is skipped, and says so.
@RequiresDocker
class DataFolderDockerTest {
    private TestLab lab;

    @BeforeEach
    void make() throws Exception {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root) {
            System.err.println("SKIPPED, only root can give a folder to somebody else: DataFolderDockerTest");
        }
        assumeTrue(root, "only root can give a folder to somebody else");
        lab = TestLab.make("folder");
    }

    @AfterEach
    void remove() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000})
    void itsOwnerReadsAndDeletesWhatTheServerWrites(int owner) throws Exception {
        Files.setAttribute(lab.data(), "unix:uid", owner);
        Files.setAttribute(lab.data(), "unix:gid", owner);
        lab.up("chat_server");
        lab.join("dora").close();
        lab.awaitCaptured("HELLO dora");
        for (String name : List.of("dump.pcap", "operator.jsonl")) {
            Path file = lab.file(name);
            assertThat(Files.getAttribute(file, "unix:uid")).as(name).isEqualTo(owner == 0 ? 10001 : owner);
            assertThat(Files.getPosixFilePermissions(file)).contains(PosixFilePermission.OTHERS_READ);
            as(owner, "cat", file.toString());
            as(owner, "rm", file.toString());
            assertThat(file).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000})
    void theCommandsInTheContainerLabWriteAsItsOwner(int owner) throws Exception {
        Files.setAttribute(lab.data(), "unix:uid", owner);
        Files.setAttribute(lab.data(), "unix:gid", owner);
        lab.with("services: {lab: {volumes: ['" + lab.data() + ":/lab']}}");
        lab.compose("run", "--rm", "-T", "--no-deps", "lab", "start", "--student", "test-student");
        assertThat(Files.getAttribute(lab.file("student.yml"), "unix:uid")).isEqualTo(owner);
    }

    private static void as(int user, String... command) throws Exception {
        List<String> become = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--");
        TestLab.run(Stream.concat(become.stream(), Stream.of(command)).toArray(String[]::new));
    }
}
