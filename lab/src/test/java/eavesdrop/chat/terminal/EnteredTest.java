package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.protocol.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnteredTest {
    @Test
    void isATextForEveryone() {
        assertThat(Entered.parse("hi  there ")).isEqualTo(new Entered.Text("hi  there "));
        assertThat(Entered.parse("exit the room")).isEqualTo(new Entered.Text("exit the room"));
        assertThat(Entered.parse("//etc/passwd")).isEqualTo(new Entered.Text("/etc/passwd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   \t"})
    void isNothingWhenBlank(String line) {
        assertThat(Entered.parse(line)).isEqualTo(new Entered.Nothing());
    }

    @Test
    void isAWhisper() {
        assertThat(Entered.parse("/whisper bob  the key")).isEqualTo(new Entered.Whisper(new Name("bob"), "the key"));
        assertThat(Entered.parse("/whisper bob")).isInstanceOf(Entered.Mistake.class);
        assertThat(Entered.parse("/whisper bøb x")).isInstanceOf(Entered.Mistake.class);
    }

    @Test
    void isACommand() {
        assertThat(Entered.parse("/who")).isEqualTo(new Entered.Who());
        assertThat(Entered.parse(" /HELP ")).isEqualTo(new Entered.Help());
        assertThat(Entered.parse("/name alice-2")).isEqualTo(new Entered.Rename(new Name("alice-2")));
        assertThat(Entered.parse("/name")).isInstanceOf(Entered.Mistake.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", " exit ", "/quit", "/exit"})
    void isTheWishToLeave(String line) {
        assertThat(Entered.parse(line)).isEqualTo(new Entered.Quit());
    }

    @Test
    void namesTheCommandThatDoesNotExist() {
        assertThat(Entered.parse("/wisper bob x"))
                .isEqualTo(new Entered.Mistake("There is no command /wisper. /help shows what there is."));
    }
}
