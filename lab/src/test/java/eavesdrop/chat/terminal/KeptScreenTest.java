package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.client.ClientEvent;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file has what the person's screen would show: what others say and what they say themselves, in order.
class KeptScreenTest {
    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 12345);
    private static final Name ALICE = new Name("alice");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void bothSidesOfATalkStandInIt() throws IOException {
        KeptScreen screen = screen();
        screen.hear(new ClientEvent.Connected(new Name("bob"), SERVER));
        screen.hear(new ClientEvent.Received(new ServerLine.Said(ALICE, "Hello Bob")));
        screen.typed("Hello Alice", false);
        screen.hear(new ClientEvent.Received(new ServerLine.Told(ALICE, "psst")));
        screen.typed("/whisper alice yes", false);

        assertThat(shown()).isEqualTo("""
                        * connected to 127.0.0.1:12345 as bob
                        alice: Hello Bob
                        you: Hello Alice
                        alice whispers to you: psst
                        you whisper to alice: yes
                        """);
    }

    @Test
    void whatIsSealedIsMarkedAndOpen() throws IOException {
        KeptScreen screen = screen();
        screen.hear(new ClientEvent.KeyTaken(ALICE, false));
        screen.hear(new ClientEvent.Unsealed(new ServerLine.Told(ALICE, "AQAAAAAA"), "do you read me?"));
        screen.typed("I do.", true);

        assertThat(shown())
                .contains("alice whispers to you: 🔒 do you read me?", "you: 🔒 I do.")
                .doesNotContain("AQAAAAAA");
    }

    @Test
    void aRefusalIsSaidOnce() throws IOException {
        KeptScreen screen = screen();
        ClientEvent refused =
                new ClientEvent.Retrying("the handshake failed: nobody trusted", Duration.ofSeconds(1), true);
        screen.hear(refused);
        screen.hear(refused);

        assertThat(shown()).isEqualTo("* 🔌 not connected: the handshake failed: nobody trusted\n");
    }

    private KeptScreen screen() throws IOException {
        return KeptScreen.in(folder.resolve("bob.screen"), SERVER);
    }

    private String shown() throws IOException {
        return Files.readString(folder.resolve("bob.screen"));
    }
}
