package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which streams are a chat, when their beginnings were not captured or there are very many.
class ChatLinesTest {
    private static final InetAddress HOST = InetAddress.getLoopbackAddress();

    @TempDir
    private Path folder;

    private final List<WireLine> lines = new ArrayList<>();

    @FunctionalInterface
    private interface Talk {
        void hold(CaptureWriter writer) throws IOException;
    }

    @Test
    void aChatCapturedFromItsMiddleMayBeginWithLinesThatOthersSayToo() throws IOException {
        ChatLines chat = listen(Long.MAX_VALUE, writer -> {
            ConnectionWriter alice = connection(writer, 1);
            say(alice, "WHO\nWHO\nKEY bob AAAA\nWHO\n");
            say(alice, "SAY hello\n");
        });

        assertThat(lines).extracting(WireLine::text).containsExactly("WHO", "WHO", "KEY bob AAAA", "WHO", "SAY hello");
        assertThat(chat.limits()).isEmpty();
    }

    @Test
    void aStreamThatBeginsWithSomethingElseIsNone() throws IOException {
        listen(Long.MAX_VALUE, writer -> say(connection(writer, 1), "WHO\nEHLO\nMAIL\nDATA\nSAY hello\n"));

        assertThat(lines).isEmpty();
    }

    @Test
    void ofTooManyStreamsThatMayBeAChatTheOldestAreGivenUpAndThatIsSaid() throws IOException {
        ChatLines chat = listen(3_000, writer -> {
            ConnectionWriter first = connection(writer, 0);
            say(first, "WHO\n");
            for (int i = 1; i < 20; i++) {
                say(connection(writer, i), "WHO\n");
            }
            ConnectionWriter last = connection(writer, 20);
            say(last, "WHO\n");
            say(last, "SAY the last\n");
            say(first, "SAY the first\n");
        });

        assertThat(lines).extracting(WireLine::text).containsExactly("WHO", "SAY the last");
        assertThat(chat.limits()).hasSize(1).first().asString().endsWith(" not searched for a chat: 8.");
    }

    @Test
    void aLineOfAChatThatDoesNotEndForTooLongIsShownAsBroken() throws IOException {
        ChatLines chat = listen(3_000, writer -> {
            ConnectionWriter first = connection(writer, 0);
            say(first, "HELLO alice\nSAY the fir");
            for (int i = 1; i <= 20; i++) {
                say(connection(writer, i), "WHO\n");
            }
            say(first, "st\nSAY goodbye\n");
        });

        assertThat(lines).extracting(WireLine::text).containsExactly("HELLO alice", "SAY the fir", "st", "SAY goodbye");
        assertThat(lines).extracting(WireLine::whole).containsExactly(true, false, false, true);
        assertThat(chat.limits()).isNotEmpty();
    }

    private ChatLines listen(long mostKept, Talk talk) throws IOException {
        Path capture = folder.resolve("talk.pcapng");
        try (OutputStream out = Files.newOutputStream(capture);
                CaptureWriter writer = CaptureWriter.open(out, LinkType.ETHERNET, "")) {
            talk.hold(writer);
        }
        ChatLines chat = new ChatLines(lines::add, mostKept);
        try (CaptureReader reader = CaptureReader.open(capture)) {
            Listening.toAll(reader, chat);
        }
        chat.finish();
        return chat;
    }

    /// Without its handshake.
    private static ConnectionWriter connection(CaptureWriter writer, int client) {
        return new ConnectionWriter(writer, new Endpoint(HOST, 40_000 + client), new Endpoint(HOST, 12_345), 1, 7);
    }

    private static void say(ConnectionWriter connection, String text) throws IOException {
        connection.clientSent(Instant.EPOCH, text.getBytes(StandardCharsets.UTF_8));
    }
}
