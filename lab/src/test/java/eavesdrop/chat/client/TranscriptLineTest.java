package eavesdrop.chat.client;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranscriptLineTest {
    private static final Name ALICE = new Name("alice");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final ServerLine.Told SEALED = new ServerLine.Told(ALICE, "AQAA");

    static List<ClientEvent> events() {
        return List.of(
                new ClientEvent.Received(new ServerLine.Said(ALICE, "hello, [world] ")),
                new ClientEvent.Connected(ALICE, new ServerAddress("chat_server", 12345)),
                new ClientEvent.Lost("the server closed the connection"),
                new ClientEvent.Retrying("the handshake failed: no, [CA]", PAUSE, true),
                new ClientEvent.NameTaken(ALICE, PAUSE),
                new ClientEvent.Unsealed(SEALED, "at noon"),
                new ClientEvent.NotOpened(SEALED, "it was changed"),
                new ClientEvent.CameUnsealed(ALICE),
                new ClientEvent.KeyTaken(ALICE, false),
                new ClientEvent.KeyTaken(ALICE, true),
                new ClientEvent.KeyRefused(ALICE, "too short"),
                new ClientEvent.CutOff(ALICE),
                new ClientEvent.SealerFailed("a part\nof\r\nseveral\u0085lines\u2028"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsWhatAClientWrites(ClientEvent event) {
        List<TranscriptLine> written = TranscriptLine.of(event);
        List<String> file = written.stream().map(TranscriptLine::print).toList();

        assertThat(TranscriptLine.all(String.join("\n", file))).isNotEmpty().containsExactlyElementsOf(written);
    }

    @Test
    void keepsWhatCameBesideWhatWasUnderItsSeal() {
        assertThat(TranscriptLine.of(new ClientEvent.Unsealed(SEALED, "at noon")).stream()
                        .map(TranscriptLine::print))
                .containsExactly("received TOLD alice AQAA", "unsealed at noon");
    }

    @Test
    void leavesOutALineThatIsNotWrittenToItsEnd() {
        assertThat(TranscriptLine.all("connected bob\nrecei")).hasSize(1);
        assertThat(TranscriptLine.all("somebody else's notes\n\n")).isEmpty();
    }
}
