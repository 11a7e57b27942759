package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyReaderTest {
    private final KeyReader reader = new KeyReader();

    private List<Key> type(String text) {
        return text.chars()
                .mapToObj(c -> new KeyStroke((char) c, false, false))
                .flatMap(stroke -> reader.read(stroke).stream())
                .toList();
    }

    @Test
    void putsTheHalvesOfAnEmojiTogether() {
        assertThat(type("a🔑ñ")).isEqualTo(List.of(new Key.Typed("a"), new Key.Typed("🔑"), new Key.Typed("ñ")));
    }

    @ParameterizedTest
    @CsvSource({
        "a, LINE_START",
        "e, LINE_END",
        "u, DELETE_TO_START",
        "w, DELETE_WORD",
        "k, DELETE_TO_END",
        "c, INTERRUPT",
        "l, REPAINT",
        "d, DELETE_RIGHT",
    })
    void knowsTheControlKeys(char letter, Key.Action action) {
        assertThat(reader.read(new KeyStroke(letter, true, false))).contains(action);
    }

    @Test
    void leavesTheKeysThatDetachAlone() {
        assertThat(reader.read(new KeyStroke('p', true, false))).isEmpty();
        assertThat(reader.read(new KeyStroke('q', true, false))).isEmpty();
    }

    @Test
    void knowsTheArrows() {
        assertThat(reader.read(new KeyStroke(KeyType.ArrowUp))).contains(Key.Action.OLDER);
        assertThat(reader.read(new KeyStroke(KeyType.F7))).isEmpty();
    }
}
