package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// Worked out apart from this code, by the HMAC of another language's library. Were it to
    /// change, every ticket that a class holds would be void.
    @Test
    void givesTheSameCodewordsOnEveryMachineAndInEveryVersion() {
        Ticket ada = Ticket.alone("ada");
        assertThat(ada.seed()).isEqualTo("8304c55a86f83a96ee757acf7d1f7c6e72999aed9e3c630f2a0dcc267a3346cb");
        assertThat(ada.codeword(2, "whisper")).isEqualTo("marine-bracelet-16");
        assertThat(ada.codeword(2, "reply")).isEqualTo("proud-desk-22");
    }

    @Test
    void givesEachStudentLabAndPurposeItsOwnCodeword() {
        Set<String> words = new HashSet<>();
        for (int student = 0; student < 100; student++) {
            for (int lab = 1; lab <= 9; lab++) {
                words.addAll(Ticket.alone("s" + student).codewords(lab).values());
            }
        }
        assertThat(words).hasSizeGreaterThan(1795).allMatch(word -> word.matches("[a-z]+-[a-z]+-[1-9][0-9]"));
    }

    @Test
    void readsBackWhatItPrints() throws IOException {
        Ticket printed = new Ticket("0123", Ticket.alone("x").seed());
        assertThat(Ticket.read(file(printed.print()))).isEqualTo(printed);
    }

    @Test
    void readsATicketThatAnEditorOnWindowsSaved() throws IOException {
        Ticket printed = Ticket.alone("ada");
        String saved = "\uFEFF" + printed.print().replace("\n", "\r\n");
        assertThat(Ticket.read(file(saved))).isEqualTo(printed);
    }

    @Test
    void isTheGuestsWhereThereIsNoFile() {
        assertThat(Ticket.readOrGuest(folder.resolve("student.yml")))
                .isEqualTo(Ticket.alone("guest"))
                .isEqualTo(Ticket.guest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada Lovelace", "../x", "ada\n", "é", "<script>"})
    void refusesAnIdThatCouldNotBeAFileName(String id) {
        assertThatThrownBy(() -> Ticket.alone(id)).isInstanceOf(LabException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id: ada",
                "id: ada\nseed: 12",
                "seed: x\nid: [1, 2]",
                "just a text",
                "id: \"ada\nseed: 1",
                "a: &a [x, x]\nid: *a\nseed: *a"
            })
    void saysInOneSentenceWhatIsWrongWithAFileThatIsNoTicket(String text) throws IOException {
        Path file = file(text);
        LabException refused = catchThrowableOfType(LabException.class, () -> Ticket.read(file));
        assertThat(refused.kind()).isEqualTo(LabException.Kind.FILE);
        assertThat(refused.what()).contains("student.yml is not a ticket: ").doesNotContain("\n");
        assertThat(refused.remedy()).contains("./labw start");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("student.yml"), text);
    }
}
