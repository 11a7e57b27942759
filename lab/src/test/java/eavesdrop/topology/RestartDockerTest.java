package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RawClient;
import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import eavesdrop.testing.Tshark;
import eavesdrop.testing.Until;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The server's container is killed, stopped, or loses its capture: what was recorded stays, and the lab comes back.
@RequiresDocker
class RestartDockerTest {
    private static final int LINES = 200;
    private static final String KILL_TCPDUMP =
            "for p in /proc/[0-9]*; do [ \"$(cat $p/comm)\" != tcpdump ] || kill ${p#/proc/}; done";

    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private TestLab lab;

    @BeforeEach
    void up() throws Exception {
        lab = TestLab.make("restart").up();
        awaitEverybody();
    }

    @AfterEach
    void down() throws Exception {
        lab.close();
        runs.close();
    }

    // kill does not wait for the end, and compose leaves alone what it still takes for running.
    private void killServer() throws Exception {
        TestLab.run("docker", "kill", lab.container("chat_server"));
        TestLab.run("docker", "wait", lab.container("chat_server"));
    }

    private void awaitEverybody() throws Exception {
        lab.awaitOperator("\"joined\",\"from\":\"alice\"");
        lab.awaitOperator("\"joined\",\"from\":\"bob\"");
    }

    private void bringBackAfter(String started) throws Exception {
        lab.compose("up", "-d");
        Until.holds(
                "a new log",
                () -> !lab.operatorLog().contains(started) && lab.operatorLog().contains("started"),
                lab::serverWords);
        awaitEverybody();
    }

    @Test
    void aKilledServerLeavesItsCaptureAndLogAndTheClientsComeBack() throws Exception {
        String started = lab.operatorLog().lines().findFirst().orElseThrow();
        try (RawClient dora = lab.join("dora");
                RawClient emil = lab.join("emil")) {
            dora.hears("JOINED emil");
            for (int line = 0; line < LINES; line++) {
                dora.say("SAY line " + line + " of the first run");
                emil.hears("SAID dora line " + line + " of the first run");
            }
            killServer();
        }
        bringBackAfter(started);

        Path capture = aside("dump-", ".pcap");
        Path log = aside("operator-", ".jsonl");
        assertThat(stamp(capture)).isEqualTo(stamp(log)).isEqualTo(stampOf(started));
        String packets = Files.readString(capture, StandardCharsets.ISO_8859_1);
        String records = Files.readString(log);
        for (int line = 0; line < LINES; line++) {
            assertThat(packets).contains("SAID dora line " + line + " of the first run\n");
            assertThat(records).contains("\"text\":\"line " + line + " of the first run\"");
        }
        assertThat(lab.capture()).doesNotContain("of the first run");
    }

    @Test
    void threeKillsLeaveThreeRuns() throws Exception {
        for (int run = 0; run < 3; run++) {
            killServer();
            String before = lab.operatorLog();
            lab.compose("up", "-d");
            Until.holds(
                    "a new log",
                    () -> !lab.operatorLog().startsWith(before)
                            && lab.operatorLog().contains("started"),
                    lab::serverWords);
        }
        assertThat(allAside("dump-", ".pcap")).hasSize(3);
        assertThat(allAside("operator-", ".jsonl")).hasSize(3);
    }

    @Test
    void aStoppedServerSaysGoodbyeInTheCapture() throws Exception {
        Tshark.required();
        lab.awaitCaptured("WELCOME alice");
        TestLab.run("docker", "stop", lab.container("chat_server"));

        assertThat(TestLab.run("docker", "inspect", "-f", "{{.State.ExitCode}}", lab.container("chat_server"))
                        .strip())
                .isEqualTo("0");
        assertThat(lab.operatorLog().lines().toList().getLast()).contains("\"event\":\"stopped\"");
        Set<String> finished = streams("tcp.flags.fin == 1 && tcp.srcport == 12345");
        assertThat(finished).isNotEmpty().isEqualTo(streams("tcp.flags.syn == 1 && tcp.flags.ack == 1"));
    }

    @Test
    void everyLineThatWasRelayedBeforeAKillIsInTheCaptureAlsoAtFullSpeed() throws Exception {
        String started = lab.operatorLog().lines().findFirst().orElseThrow();
        List<String> heard = new ArrayList<>();
        try (RawClient dora = lab.join("dora");
                RawClient emil = lab.join("emil")) {
            dora.hears("JOINED emil");
            Future<?> talking = runs.submit(() -> talkUntilCutOff(dora));
            while (heard.size() < LINES) {
                heard.add(emil.line());
            }
            Future<List<String>> rest = runs.submit(emil::untilCutOff);
            killServer();
            heard.addAll(rest.get());
            talking.get();
        }
        bringBackAfter(started);

        String packets = Files.readString(aside("dump-", ".pcap"), StandardCharsets.ISO_8859_1);
        assertThat(heard).allSatisfy(line -> assertThat(packets).contains(line + "\n"));
    }

    private static void talkUntilCutOff(RawClient speaker) {
        try {
            for (int line = 0; ; line++) {
                speaker.say("SAY at full speed " + line);
            }
        } catch (IOException theServerIsGone) {
            // which is what this waits for
        }
    }

    @Test
    void theServerFollowsWhenItsWireIsStartedAnew() throws Exception {
        TestLab.run("docker", "restart", lab.container("chat_wire"));
        Until.holds(
                "the server has started again and says why",
                () -> lab.serverWords().contains("chat_server: its network is gone")
                        && lab.serverWords().split("listening on port").length == 3,
                lab::serverWords);
        try (RawClient dora = lab.join("dora")) {
            dora.say("WHO");
            lab.awaitCaptured("HELLO dora");
        }
        assertThat(allAside("dump-", ".pcap")).hasSize(1);
    }

    @Test
    void theChatGoesOnWhenTheCaptureEnds() throws Exception {
        String user = Files.getAttribute(lab.file("dump.pcap"), "unix:uid").toString();
        TestLab.run("docker", "exec", "-u", user, lab.container("chat_wire"), "sh", "-c", KILL_TCPDUMP);
        Until.holds(
                "a clear sentence",
                () -> lab.serverWords().contains("chat_wire: the capture has ended"),
                lab::serverWords);
        theChatGoesOn();
    }

    @Test
    void theChatGoesOnWhenTheDiskIsFull() throws Exception {
        lab.compose("down");
        lab.with("""
                services:
                  chat_wire: {volumes: ["small:/data"]}
                  chat_server: {volumes: ["small:/data"]}
                volumes:
                  small:
                    driver_opts: {type: tmpfs, device: tmpfs, o: "size=1000000"}
                """);
        lab.compose("up", "-d", "chat_server");
        Until.holds("the server listens", () -> lab.serverWords().contains("listening"), lab::serverWords);
        try (RawClient dora = lab.join("dora");
                RawClient emil = lab.join("emil")) {
            dora.hears("JOINED emil");
            for (int line = 0; line < LINES; line++) {
                dora.say("SAY " + line + "x".repeat(2000));
                emil.hears("SAID dora " + line + "x".repeat(2000));
            }
        }
        Until.holds(
                "a clear sentence",
                () -> lab.serverWords().contains("the capture has ended (no room is left"),
                lab::serverWords);
        assertThat(lab.serverWords())
                .contains("chat_wire: the capture has ended")
                .doesNotContain("\tat ");
    }

    private void theChatGoesOn() throws Exception {
        try (RawClient dora = lab.join("dora")) {
            TestLab.run("docker", "exec", lab.container("chat_client_2"), "sh", "-c", "echo still here > /tmp/typed");
            dora.hears("SAID bob still here");
        }
    }

    private Set<String> streams(String filter) {
        return new HashSet<>(Tshark.fields(lab.file("dump.pcap"), filter, "tcp.stream"));
    }

    private Path aside(String start, String end) throws Exception {
        List<Path> found = allAside(start, end);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<Path> allAside(String start, String end) throws Exception {
        try (Stream<Path> files = Files.list(lab.data())) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .filter(file -> file.getFileName().toString().endsWith(end))
                    .toList();
        }
    }

    private static String stamp(Path file) {
        return file.getFileName().toString().replaceAll("^[a-z]*-|\\.[a-z]*$", "");
    }

    // {"time":"2026-11-22T16:03:50.123456Z", … becomes 2026-11-22T16-03-50Z
    private static String stampOf(String record) {
        return record.replaceAll("^\\{\"time\":\"([0-9T:-]{19})\\..*", "$1Z").replace(':', '-');
    }
}
