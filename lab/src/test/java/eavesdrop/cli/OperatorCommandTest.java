package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.server.ChatServer;
import eavesdrop.chat.server.ServerConfig;
import eavesdrop.console.Console;
import eavesdrop.testing.RawClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorCommandTest {
    @TempDir
    private Path folder;

    private final List<String> screen = new CopyOnWriteArrayList<>();

    @Test
    void saysWhatTheServersOwnScreenSaid() throws Exception {
        Path log = folder.resolve("operator.jsonl");
        ServerConfig config = ServerConfig.onLoopback()
                .withLog(log)
                .withView(entry -> screen.add(entry.line(ZoneOffset.UTC).substring("16:03:50 ".length())));
        try (ChatServer server = ChatServer.start(config);
                RawClient alice = RawClient.join(server.port(), "alice");
                RawClient _ = RawClient.join(server.port(), "bob")) {
            alice.hears("JOINED bob");
            alice.say("SAY hi \u001b[2J ñ");
            alice.say("TELL bob amber-otter-42");
            alice.say("KEY MCow");
            alice.hears("KEY alice MCow");
            alice.say("jump");
            alice.hearsError("unknown-verb");
            alice.send(new byte[] {'S', 'A', 'Y', ' ', (byte) 0xFF, '\n'});
            alice.hearsError("not-utf8");
            alice.say("BYE");
            alice.isLetGo();
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        assertThat(Main.run(new Console(out, out, false), "operator", log.toString()))
                .isZero();

        List<String> lines = said.toString().lines().skip(1).toList();
        assertThat(lines).map(line -> line.substring(22)).containsExactlyElementsOf(screen);
        assertThat(screen).hasSizeGreaterThanOrEqualTo(10);
    }
}
