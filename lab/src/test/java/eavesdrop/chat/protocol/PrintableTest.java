package eavesdrop.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain text",
                "ñ é ß 漢字 العربية עברית हिन्दी",
                "🔑 👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇨🇭 👍🏽",
                "e\u0301 a\u200Eb\u200F",
                "\u00A0\uFEFF"
            })
    void leavesWhatOnlyShows(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
        assertThat(Printable.isPrintable(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "00, 2400",
        "07, 2407",
        "08, 2408",
        "09, 0020",
        "0A, 240A",
        "0D, 240D",
        "1B, 241B",
        "1F, 241F",
        "7F, 2421",
        "80, FFFD",
        "85, FFFD",
        "9B, FFFD",
        "9F, FFFD",
        "2028, FFFD",
        "2029, FFFD",
        "202A, FFFD",
        "202E, FFFD",
        "2066, FFFD",
        "2069, FFFD"
    })
    void replacesWhatSteersATerminal(String from, String to) {
        String steers = Character.toString(Integer.parseInt(from, 16));
        String shows = Character.toString(Integer.parseInt(to, 16));
        assertThat(Printable.of("a" + steers + "b")).isEqualTo("a" + shows + "b");
        assertThat(Printable.isPrintable(steers)).isFalse();
    }

    @Test
    void leavesNoControlCharacterOfAnyKind() {
        List<String> left = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(character -> Printable.of(character).codePoints().anyMatch(Character::isISOControl))
                .toList();
        assertThat(left).isEmpty();
    }

    @Test
    void replacesHalfACharacter() {
        assertThat(Printable.of("a\uD83Db")).isEqualTo("a\uFFFDb");
    }
}
