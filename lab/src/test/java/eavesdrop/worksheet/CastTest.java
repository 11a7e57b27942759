package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.worksheet.Cast.Utterance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CastTest {
    private static final Map<String, String> WORDS = Map.of("whisper", "amber-otter-42", "reply", "calm-fox-17");

    @Test
    void readsOneUtteranceALine() {
        assertThat(parse("# a comment\n\nalice: Hi: you\nbob: /whisper alice  two  spaces\n"))
                .containsExactly(
                        new Utterance("alice", "Hi: you"), new Utterance("bob", "/whisper alice  two  spaces"));
    }

    @Test
    void putsTheCodewordsInTheirPlaces() {
        assertThat(parse("alice: it is ${whisper}, not ${reply}"))
                .containsExactly(new Utterance("alice", "it is amber-otter-42, not calm-fox-17"));
    }

    @Test
    void joinsALineThatGoesOn() {
        assertThat(parse("alice: one\n  two\n three\nbob: x"))
                .containsExactly(new Utterance("alice", "one two three"), new Utterance("bob", "x"));
    }

    @Test
    void saysALineWithAQuestionMarkForAboutHalfOfTheStudents() {
        String cast = "alice: Hi\nbob?: Maybe\n  more\nalice: Bye";
        int said = 0;
        for (int student = 0; student < 1000; student++) {
            List<Utterance> heard = Cast.parse(cast, Map.of("whisper", "w-" + student), "x.cast")
                    .utterances();
            assertThat(heard).startsWith(new Utterance("alice", "Hi")).endsWith(new Utterance("alice", "Bye"));
            said += heard.contains(new Utterance("bob", "Maybe more")) ? 1 : 0;
        }
        assertThat(said).isBetween(400, 600);
    }

    @Test
    void namesTheLineThatIsNoUtterance() {
        assertThatThrownBy(() -> parse("alice: hi\nwhat?"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("x.cast, line 2");
    }

    @Test
    void namesACodewordThatDoesNotExist() {
        assertThatThrownBy(() -> parse("alice: ${whsiper}"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("${whsiper}");
    }

    /// What worksheet 2 counts on: whispers both ways, wide letters, an emoji, a short word said more than
    /// once, and a message that is longer than one TCP segment on Ethernet and shorter than the protocol's limit.
    @Test
    void theCastOfLab2HoldsWhatItsWorksheetAsksFor() {
        var said = Cast.read(Path.of("../labs/scenarios/plain/02.cast"), WORDS).utterances();
        assertThat(said).extracting(Utterance::who).containsOnly("alice", "bob");
        assertThat(said).anyMatch(u -> u.typed().matches("/whisper bob .*amber-otter-42"));
        assertThat(said).anyMatch(u -> u.typed().matches("/whisper alice .*🔑.*calm-fox-17"));
        assertThat(said).anyMatch(u -> u.typed().contains("漢字"));
        assertThat(said).filteredOn(u -> u.typed().contains("abcdefghijklmnop")).hasSizeBetween(2, 3);
        assertThat(said).filteredOn(new Utterance("alice", "ok")::equals).hasSize(2);
        assertThat(said)
                .filteredOn(u -> u.typed().getBytes(StandardCharsets.UTF_8).length > 1460)
                .hasSize(1)
                .allMatch(u -> u.typed().getBytes(StandardCharsets.UTF_8).length < 4000);
    }

    private static List<Utterance> parse(String text) {
        return Cast.parse(text, WORDS, "x.cast").utterances();
    }
}
