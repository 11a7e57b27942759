package eavesdrop.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is printed is parsed again as the same, and what is no message is never taken for one.
class LinesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO alice",
                "SAY hi",
                "SAY  two spaces  kept ",
                "SAY ",
                "TELL bob amber-otter-42",
                "TELL bob ",
                "WHO",
                "KEY MCowBQYDK2VuAyEA+/=",
                "BYE"
            })
    void clientLinesSurvive(String line) {
        assertThat(ClientLine.parse(line).print()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WELCOME alice",
                "HERE alice bob",
                "SAID alice hi  there ",
                "TOLD alice amber-otter-42",
                "KEY alice MCow",
                "JOINED bob",
                "LEFT bob",
                "ERROR no-such-user zoe is not here"
            })
    void serverLinesSurvive(String line) {
        assertThat(ServerLine.parse(line)).isNotInstanceOf(ServerLine.Unknown.class);
        assertThat(ServerLine.parse(line).print()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HELLO | bad-name",
                "HELLO two words | bad-name",
                "HELLO ñandú | bad-name",
                "HELLO 1234567890123456789012345 | bad-name",
                "hello alice | unknown-verb",
                "JUMP | unknown-verb",
                "GET / HTTP/1.1 | unknown-verb",
                "TELL | no-such-user",
                "TELL b!b hi | no-such-user",
                "KEY | bad-key",
                "KEY two words | bad-key",
                "KEY ñ | bad-key"
            })
    void badClientLinesSayWhichErrorAnswersThem(String line, String code) {
        assertThat(ClientLine.parse(line))
                .isInstanceOfSatisfying(
                        ClientLine.Unusable.class,
                        bad -> assertThat(bad.code().wire()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SAID",
                "SAID b!b hi",
                "WELCOME",
                "WELCOME a b",
                "HERE a b!b",
                "ERROR",
                "ERROR odd x",
                "said a b"
            })
    void whatIsNoServerLineIsUnknown(String line) {
        assertThat(ServerLine.parse(line)).isEqualTo(new ServerLine.Unknown(line));
    }

    @Test
    void aVerbInSmallLettersIsExplained() {
        assertThat(ClientLine.parse("hello alice"))
                .isEqualTo(new ClientLine.Unusable(ErrorCode.UNKNOWN_VERB, "write the verb in capital letters: HELLO"));
    }

    @Test
    void noTextCanSmuggleInASecondLine() {
        assertThatThrownBy(() -> new ClientLine.Say("hi\nBYE").bytes()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ServerLine.Said(new Name("a"), "hi\nSAID b x").bytes())
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Each verb with the longest name and the longest text of the worst kind.
    @Test
    void theLongestServerLineKeepsItsLimit() {
        Name from = new Name("n".repeat(Limits.NAME_CHARACTERS));
        String text = Printable.of("\u0000".repeat(Limits.LINE_BYTES - "SAY \n".length()));
        for (ServerLine line : List.of(new ServerLine.Said(from, text), new ServerLine.Told(from, text))) {
            assertThat(line.bytes().length).isBetween(3 * Limits.LINE_BYTES, Limits.SERVER_LINE_BYTES);
        }
    }
}
