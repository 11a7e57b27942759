package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import eavesdrop.testing.Until;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the containers may not do: little is left to whoever breaks into one.
@RequiresDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfinementDockerTest {
    private static final long NET_RAW = 1L << 13;

    private TestLab lab;

    @BeforeAll
    void up() throws Exception {
        lab = TestLab.make("confinement");
        lab.compose("--profile", "third", "up", "-d");
        lab.awaitOperator("\"joined\",\"from\":\"carol\"");
    }

    @AfterAll
    void down() throws Exception {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({
        "chat_wire, NET_RAW SETGID SETUID",
        "chat_server, SETGID SETUID",
        "chat_client_1, ''",
        "chat_client_2, ''",
        "chat_client_3, ''"
    })
    void startsWithNoCapabilityButWhatACaptureNeeds(String service, String capabilities) throws Exception {
        assertThat(inspect(service, "{{json .HostConfig.CapDrop}}")).isEqualTo("[\"ALL\"]");
        String added = inspect(service, "{{range .HostConfig.CapAdd}}{{.}} {{end}}");
        assertThat(Set.of(added.replace("CAP_", "").split(" "))).isEqualTo(Set.of(capabilities.split(" ")));
        assertThat(inspect(service, "{{.HostConfig.Privileged}}")).isEqualTo("false");
        assertThat(inspect(service, "{{.HostConfig.SecurityOpt}}")).contains("no-new-privileges");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat_wire", "chat_server", "chat_client_1", "chat_client_2", "chat_client_3"})
    void hasAReadOnlyRootAndLimits(String service) throws Exception {
        assertThat(inspect(service, "{{.HostConfig.ReadonlyRootfs}}")).isEqualTo("true");
        assertThat(Long.parseLong(inspect(service, "{{.HostConfig.Memory}}"))).isBetween(1L, 256L << 20);
        assertThat(Long.parseLong(inspect(service, "{{.HostConfig.PidsLimit}}")))
                .isBetween(1L, 200L);
        assertThat(inspect(service, "{{index .HostConfig.LogConfig.Config \"max-size\"}}"))
                .isNotBlank();
        assertThat(TestLab.attempt("docker", "exec", lab.container(service), "touch", "/app/mark")
                        .output())
                .contains("Read-only file system");
    }

    @ParameterizedTest
    @CsvSource({"chat_wire, 4", "chat_server, 3", "chat_client_1, 1", "chat_client_2, 1", "chat_client_3, 1"})
    void runsNoProcessAsRoot(String service, int atLeast) throws Exception {
        List<Map<String, String>> processes = processes(service);
        assertThat(processes).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(processes).allSatisfy(process -> {
            assertThat(List.of(process.getOrDefault("Uid", "0").split("\\s+")))
                    .as(process.toString())
                    .doesNotContain("0");
            assertThat(process.get("NoNewPrivs")).as(process.toString()).isEqualTo("1");
        });
    }

    @Test
    void onlyTheCaptureKeepsACapability() throws Exception {
        List<Map<String, String>> server = new ArrayList<>(processes("chat_wire"));
        server.addAll(processes("chat_server"));
        Map<String, Long> effective = server.stream()
                .collect(Collectors.toMap(
                        process -> process.get("Name"),
                        process -> Long.parseLong(process.get("CapEff"), 16),
                        Math::max));
        assertThat(effective).containsEntry("tcpdump", NET_RAW).containsEntry("java", 0L);
        assertThat(effective.values())
                .allSatisfy(held -> assertThat(held & ~NET_RAW).isZero());
        assertThat(processes("chat_client_1"))
                .allSatisfy(process -> assertThat(process.get("CapEff")).matches("0+"));
    }

    @Test
    void everyLabHasANetworkOfItsOwn() throws Exception {
        for (String service : List.of("chat_wire", "chat_client_1", "chat_client_2")) {
            assertThat(inspect(service, "{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}"))
                    .isEqualTo(lab.project() + "_default");
        }
    }

    @Test
    void theServerSaysThatItIsHealthy() throws Exception {
        Until.holds(
                "the server is healthy",
                () -> inspect("chat_server", "{{.State.Health.Status}}").equals("healthy"),
                lab::serverWords);
        // The check must leave no trace in the capture: only the three people ever connected.
        assertThat(lab.operatorLog().split("\"joined\"")).hasSize(4);
    }

    private String inspect(String service, String format) throws Exception {
        return TestLab.run("docker", "inspect", "--format", format, lab.container(service))
                .strip();
    }

    /// The status of every process that the container itself started: those that `docker exec` and the health
    /// check bring in are no descendants of process 1.
    private List<Map<String, String>> processes(String service) throws Exception {
        String all = TestLab.run(
                "docker",
                "exec",
                lab.container(service),
                "sh",
                "-c",
                "for s in /proc/[0-9]*/status; do cat $s; echo; done 2>/dev/null; true");
        Set<String> family = new HashSet<>(Set.of("1"));
        List<Map<String, String>> own = new ArrayList<>();
        for (String one : all.split("\n\n")) {
            Map<String, String> process = one.lines()
                    .map(line -> line.split(":\\s*", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            if ("1".equals(process.get("Pid")) || family.contains(process.getOrDefault("PPid", "none"))) {
                family.add(process.get("Pid"));
                own.add(process);
            }
        }
        return own;
    }
}
