package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.client.ClientEvent;
import eavesdrop.chat.client.ClientEvent.Connected;
import eavesdrop.chat.client.ClientEvent.Lost;
import eavesdrop.chat.client.ClientEvent.NameTaken;
import eavesdrop.chat.client.ClientEvent.Received;
import eavesdrop.chat.client.ClientEvent.Retrying;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.client.Transcript;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.chat.seam.UnwrittenPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Read from what a client really writes down.
class AttendanceTest {
    private static final Name BOB = new Name("bob");
    private static final ClientEvent JOINED = new Connected(BOB, new ServerAddress("chat-server", 12345));
    private static final ClientEvent KEPT_OUT = new Retrying(
            "the handshake with chat-server:12345 failed: nobody trusted has signed it, pause=no, [CA]",
            Duration.ofSeconds(2),
            true);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void saysWhyAClientRefusesItsServer() throws IOException {
        Attendance refusing = new Attendance.Refusing("nobody trusted has signed it, pause=no, [CA]");

        assertThat(after(KEPT_OUT)).isEqualTo(refusing);
        assertThat(after(JOINED, new Lost("the server closed the connection"), KEPT_OUT))
                .isEqualTo(refusing);
        assertThat(refusing.trouble())
                .isEqualTo("refuses the server that it was shown: nobody trusted has signed it, pause=no, [CA]");
    }

    /// Nothing was shown to it and nothing refused: a part of the exercise is missing.
    @Test
    void saysThatAClassIsNotDone() {
        assertThat(new Attendance.Refusing("TODO(4.3): speak TLS 1.3 to the server").trouble())
                .isEqualTo("stops at a part that is not written yet: TODO(4.3): speak TLS 1.3 to the server");
    }

    @Test
    void goesByWhatHappenedLast() throws IOException {
        assertThat(after(KEPT_OUT, JOINED)).isEqualTo(new Attendance.Here("bob"));
        assertThat(after(JOINED, new Lost("the server closed the connection")))
                .isEqualTo(new Attendance.Away("the server closed the connection"));
        assertThat(after(JOINED, new Retrying("nobody answers at s:1", Duration.ofMillis(100), false)))
                .isEqualTo(new Attendance.Away("nobody answers at s:1"));
        assertThat(after(new NameTaken(BOB, Duration.ofSeconds(2))).trouble())
                .isEqualTo("not in the chat: somebody else has this name");
        assertThat(after(JOINED).trouble()).isEmpty();
        assertThat(after()).isEqualTo(new Attendance.Unknown());
    }

    @Test
    void isNotMisledByWhatSomebodySays() throws IOException {
        ServerLine said = new ServerLine.Said(new Name("eve"), "\nretrying the handshake with x failed: ha");

        assertThat(after(JOINED, new Received(said))).isEqualTo(new Attendance.Here("bob"));
    }

    @Test
    void saysWhatIsStillToBeWrittenAndNotWhatSomebodySaysOfIt() throws IOException {
        ClientEvent unwritten = new Retrying("TODO(4.1): make the context", Duration.ofSeconds(2), true);
        ServerLine said = new ServerLine.Said(new Name("eve"), "TODO(3.1): do your homework");

        assertThat(Attendance.notDone(transcript(unwritten)))
                .hasValueSatisfying(toDo -> assertThat(toDo.words()).startsWith("TODO(4.1)"));
        assertThat(Attendance.notDone(transcript(JOINED, new Received(said)))).isEmpty();
    }

    @Test
    void theWordsOfWhatIsStillToBeWrittenStandInFull() throws IOException {
        ClientEvent unwritten = new ClientEvent.SealerFailed("TODO(6.3): seal the content, and count");

        assertThat(Attendance.notDone(transcript(unwritten)))
                .contains(new UnwrittenPart("TODO(6.3): seal the content, and count"));
    }

    @Test
    void isNotMisledByAReasonOfSeveralLines() throws IOException {
        ClientEvent torn = new Lost("the server sent:\nconnected eve\nConnected[name=eve, server=s:1]");

        assertThat(after(JOINED, torn)).isInstanceOf(Attendance.Away.class);
    }

    @Test
    void isNotMisledByAWhisperThatCouldNotBeOpened() throws IOException {
        ServerLine.Told told = new ServerLine.Told(new Name("eve"), "TODO(3.1): do your homework");

        assertThat(Attendance.notDone(transcript(JOINED, new ClientEvent.NotOpened(told, "it was changed on its way"))))
                .isEmpty();
    }

    private Attendance after(ClientEvent... events) throws IOException {
        return Attendance.of(transcript(events));
    }

    private String transcript(ClientEvent... events) throws IOException {
        Path file = folder.resolve("bob.heard");
        Transcript transcript = Transcript.to(file, _ -> {});
        for (ClientEvent event : events) {
            transcript.accept(event);
        }
        return Files.readString(file);
    }
}
