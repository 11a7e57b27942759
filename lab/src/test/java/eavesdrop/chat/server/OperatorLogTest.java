package eavesdrop.chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.testing.RawClient;
import eavesdrop.testing.Until;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OperatorLogTest {
    private static final Instant TIME = Instant.parse("2026-11-22T16:03:50Z");
    private static final String PREFIX = "{\"time\":\"2026-11-22T16:03:50.000000Z\",\"seq\":";

    @TempDir
    private Path folder;

    private final List<String> view = Collections.synchronizedList(new ArrayList<>());
    private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());

    private ServerConfig config(Path log) {
        return ServerConfig.onLoopback()
                .withLog(log)
                .withClock(Clock.fixed(TIME, ZoneOffset.UTC))
                .withView(entry -> view.add(entry.line(ZoneOffset.UTC)))
                .withTrouble(trouble::add);
    }

    @Test
    void keepsEverythingTheOperatorSees() throws Exception {
        Path log = folder.resolve("operator.jsonl");
        int port;
        int alicePort;
        int bobPort;
        try (ChatServer server = ChatServer.start(config(log))) {
            port = server.port();
            try (RawClient alice = RawClient.join(port, "alice");
                    RawClient bob = RawClient.join(port, "bob")) {
                alicePort = alice.localPort();
                bobPort = bob.localPort();
                alice.hears("JOINED bob");
                alice.say("SAY hi \"ñ\" 🔑 \u001b[2J \u009b \u202e");
                bob.hears("SAID alice hi \"ñ\" 🔑 \u241b[2J \uFFFD \uFFFD");
                alice.say("TELL BOB amber-otter-42");
                bob.hears("TOLD alice amber-otter-42");
                bob.say("KEY MCow");
                bob.hears("KEY bob MCow");
                alice.hears("KEY bob MCow");
                alice.say("jump \u0007");
                alice.hearsError("unknown-verb");
                alice.say("BYE");
                alice.isLetGo();
                bob.hears("LEFT alice");
            }
            // Only then is it bob who ended the connection, and not the server that stops.
            Until.holds(
                    "bob has left",
                    () -> List.copyOf(view).stream().anyMatch(line -> line.contains("bob left")),
                    view::toString);
        }
        assertThat(Files.readAllLines(log))
                .containsExactly(
                        PREFIX + "1,\"event\":\"started\",\"port\":" + port + "}",
                        PREFIX + "2,\"event\":\"joined\",\"from\":\"alice\",\"address\":\"127.0.0.1:" + alicePort
                                + "\"}",
                        PREFIX + "3,\"event\":\"joined\",\"from\":\"bob\",\"address\":\"127.0.0.1:" + bobPort + "\"}",
                        PREFIX + "4,\"event\":\"said\",\"from\":\"alice\",\"text\":"
                                + "\"hi \\\"ñ\\\" 🔑 \\u001B[2J \\u009b \\u202e\"}",
                        PREFIX + "5,\"event\":\"told\",\"from\":\"alice\",\"to\":\"bob\",\"text\":\"amber-otter-42\"}",
                        PREFIX + "6,\"event\":\"key\",\"from\":\"bob\",\"blob\":\"MCow\"}",
                        PREFIX + "7,\"event\":\"refused\",\"from\":\"alice\",\"code\":\"unknown-verb\","
                                + "\"text\":\"jump \\u0007\"}",
                        PREFIX + "8,\"event\":\"left\",\"from\":\"alice\",\"reason\":\"bye\"}",
                        PREFIX + "9,\"event\":\"left\",\"from\":\"bob\",\"reason\":\"closed\"}",
                        PREFIX + "10,\"event\":\"stopped\"}");
        assertThat(view)
                .containsExactly(
                        "16:03:50 listening on port " + port,
                        "16:03:50 alice joined from 127.0.0.1:" + alicePort,
                        "16:03:50 bob joined from 127.0.0.1:" + bobPort,
                        "16:03:50 alice → everyone: hi \"ñ\" 🔑 \u241b[2J \uFFFD \uFFFD",
                        "16:03:50 alice → bob (whisper): amber-otter-42",
                        "16:03:50 bob announces the key MCow",
                        "16:03:50 alice was refused (unknown-verb): jump \u2407",
                        "16:03:50 alice left (bye)",
                        "16:03:50 bob left (closed)",
                        "16:03:50 stopped");
        assertThat(trouble).isEmpty();
    }

    /// When a line has been relayed, it stands in the file already.
    @Test
    void isWrittenBeforeTheLineIsRelayed() throws IOException {
        Path log = folder.resolve("operator.jsonl");
        try (ChatServer server = ChatServer.start(config(log));
                RawClient alice = RawClient.join(server.port(), "alice");
                RawClient bob = RawClient.join(server.port(), "bob")) {
            for (int i = 0; i < 500; i++) {
                alice.say("SAY line " + i);
                bob.hears("SAID alice line " + i);
                assertThat(Files.readString(log)).contains("\"text\":\"line " + i + "\"}\n");
            }
        }
    }

    @Test
    void isAddedToAndNeverOverwritten() throws IOException {
        Path log = folder.resolve("operator.jsonl");
        Files.writeString(log, "{\"earlier\":true}\n");
        ChatServer.start(config(log)).close();
        assertThat(Files.readAllLines(log)).hasSize(3).first().isEqualTo("{\"earlier\":true}");
    }

    @Test
    void namesTheRefusedByAddressBeforeHello() throws IOException {
        Path log = folder.resolve("operator.jsonl");
        try (ChatServer server = ChatServer.start(config(log));
                RawClient eve = RawClient.connect(server.port())) {
            eve.send("SAY \u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
            eve.hearsError("not-utf8");
            assertThat(Files.readString(log))
                    .contains("\"event\":\"refused\",\"address\":\"127.0.0.1:" + eve.localPort()
                            + "\",\"code\":\"not-utf8\",\"text\":\"SAY \uFFFD\"}");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidOnceAndTheChatGoesOn() throws IOException {
        try (ChatServer server = ChatServer.start(config(Path.of("/dev/full")));
                RawClient alice = RawClient.join(server.port(), "alice");
                RawClient bob = RawClient.join(server.port(), "bob")) {
            alice.say("SAY hi");
            bob.hears("SAID alice hi");
        }
        assertThat(trouble).singleElement().asString().contains("/dev/full", "The chat goes on", "from seq 1 on");
    }

    @Test
    void aFolderThatIsNotThereIsAClearError() {
        Path log = folder.resolve("nowhere/operator.jsonl");
        assertThatThrownBy(() -> ChatServer.start(config(log)))
                .isInstanceOfSatisfying(
                        LabException.class,
                        problem -> assertThat(problem.what()).contains(log.toString()));
    }

    @Test
    void aPortInUseIsAClearError() {
        try (ChatServer first = ChatServer.start(ServerConfig.onLoopback())) {
            ServerConfig same = ServerConfig.onLoopback().withPort(first.port());
            assertThatThrownBy(() -> ChatServer.start(same)).isInstanceOfSatisfying(LabException.class, problem -> {
                assertThat(problem.kind()).isEqualTo(LabException.Kind.MACHINE);
                assertThat(problem.what()).contains("Port " + first.port());
            });
        }
    }
}
