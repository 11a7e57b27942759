package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RawClient;
import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import eavesdrop.testing.Tshark;
import eavesdrop.testing.Until;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `docker compose up` prints, and what crosses the containers' wire into the capture.
@RequiresDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireDockerTest {
    private TestLab lab;
    private Process up;
    private Path printed;

    @BeforeAll
    void up() throws Exception {
        lab = TestLab.make("wire");
        printed = lab.data().resolveSibling("wire.printed");
        up = lab.composing("up").redirectOutput(printed.toFile()).start();
        lab.awaitOperator("\"joined\",\"from\":\"alice\"");
        lab.awaitOperator("\"joined\",\"from\":\"bob\"");
    }

    @AfterAll
    void down() throws Exception {
        lab.close();
        assertThat(up.waitFor()).isNotNegative();
        Files.delete(printed);
    }

    @Test
    void composeUpPrintsWhatTheOperatorSeesAndNoScreen() throws Exception {
        try (RawClient eve = lab.join("eve")) {
            eve.say("SAY read me on the console");
            Until.holds(
                    "compose prints it", () -> Files.readString(printed).contains("read me on the console"), () -> "");
        }
        String all = Files.readString(printed);
        assertThat(all).contains("alice joined").doesNotContain("\u001b[?").doesNotContain("\u001b[H");
        assertThat(all.lines().filter(line -> line.startsWith("Attaching to")))
                .containsExactly("Attaching to " + lab.container("chat_server") + ", " + lab.container("chat_wire"));
    }

    @Test
    void holdsTheHandshakeOfTheVeryFirstClient() {
        Tshark.required();
        List<String> flags = Tshark.fields(lab.file("dump.pcap"), "tcp.stream == 0", "tcp.flags.str");
        assertThat(flags.subList(0, 3)).containsExactly("··········S·", "·······A··S·", "·······A····");
    }

    @Test
    void whatIsTypedInAContainerReachesTheOthersAndTheCapture() throws Exception {
        try (RawClient eve = lab.join("mia")) {
            TestLab.run(
                    "docker",
                    "exec",
                    lab.container("chat_client_1"),
                    "sh",
                    "-c",
                    "echo 'typed by alice ñ漢🔑' > /tmp/typed");
            eve.hears("SAID alice typed by alice ñ漢🔑");
        }
        lab.awaitCaptured(latin1("SAID alice typed by alice ñ漢🔑"));
    }

    @Test
    void pcapOverIpBeginsAtTheFirstPacketAndGoesOnLive() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), lab.pcapPort());
                RawClient zoe = lab.join("zoe")) {
            socket.setSoTimeout(30_000);
            zoe.say("SAY said while somebody listens");
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            while (!seen.toString(StandardCharsets.ISO_8859_1).contains("SAY said while somebody listens")) {
                byte[] some = new byte[65_536];
                int count = socket.getInputStream().read(some);
                assertThat(count).as("bytes of the live capture").isPositive();
                seen.write(some, 0, count);
            }
            assertThat(seen.toString(StandardCharsets.ISO_8859_1)).contains("HELLO alice");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eavesdrop-server, server, eavesdrop.program.ServerMain, --help, 0",
        "eavesdrop-client, client, eavesdrop.program.ClientMain, --help, 2"
    })
    void theJvmCanUseItsAotCache(String image, String role, String main, String argument, int status) throws Exception {
        // AOTMode=on: the JVM refuses to start with a cache that does not fit, with status 1.
        TestLab.Outcome started = TestLab.attempt(
                "docker",
                "run",
                "--rm",
                "--network",
                "none",
                "--entrypoint",
                "/opt/java/bin/java",
                image + ":" + TestLab.TAG,
                "@/app/" + role + ".options",
                "-XX:AOTCache=/app/" + role + ".aot",
                "-XX:AOTMode=on",
                main,
                argument);
        assertThat(started.status()).as(started.output()).isEqualTo(status);
    }

    @Test
    void theCommandsRunInTheContainerLab() throws Exception {
        String output = lab.compose("run", "--rm", "-T", "--no-deps", "lab", "--version");
        assertThat(output).contains("Eavesdrop").doesNotContain("WARNING").doesNotContain("Exception");
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
