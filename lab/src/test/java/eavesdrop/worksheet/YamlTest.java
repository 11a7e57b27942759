package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.worksheet.Yaml.Fields;
import eavesdrop.worksheet.Yaml.Items;
import eavesdrop.worksheet.Yaml.Read;
import eavesdrop.worksheet.Yaml.Text;
import eavesdrop.worksheet.Yaml.Unreadable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    @Test
    void readsAnEmojiAtAnyPlace() {
        for (int before = 1; before < 2_100; before++) {
            String text = "x".repeat(before) + "🔑";
            assertThat(Yaml.read("a: " + text + "\n"))
                    .isEqualTo(new Read(new Fields(Map.of("a", new Text(text, 1)), 1)));
        }
    }

    @Test
    void keepsEveryValueAsItWasTypedAndKnowsItsLine() {
        assertThat(Yaml.read("a: 0x30\nb: 010\n\nc: [no, 1.50]\nd:\n"))
                .isEqualTo(new Read(new Fields(
                        Map.of(
                                "a", new Text("0x30", 1),
                                "b", new Text("010", 2),
                                "c", new Items(List.of(new Text("no", 4), new Text("1.50", 4)), 4),
                                "d", new Text("", 5)),
                        1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n"})
    void readsNothingAsNothing(String text) {
        assertThat(Yaml.read(text)).isInstanceOf(Read.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                a: 1~b: c: d            | 2 | second colon
                a: 1~b: 2~c: "open~d: 3 | 3 | quote is opened
                a: 1~b: `x`             | 2 | cannot begin with this character
                a: 1~just words~b: 2    | 2 | name: answer
                a: [1, 2~b: 3           | 1 | [ is opened
                a: {b: 1~               | 1 | { is opened
                a: - 1                  | 1 | cannot begin with a dash
                a: 1~ b: 2              | 2 | second colon
                a: 1~a: 2               | 2 | `a` stands here twice
                a: 1~---~b: 2           | 2 | second document
                a: *b                   | 1 | cannot begin with *
                a: 1~b: &c 2            | 2 | cannot begin with &
                """)
    void namesTheLineAndWhatIsWrongThere(String text, int line, String what) {
        assertThat(Yaml.read(text.replace('~', '\n'))).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.line()).isEqualTo(line);
            assertThat(unreadable.what()).contains(what);
        });
    }

    @Test
    void refusesAliasesThatWouldExplode() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name < 'n'; name++) {
            bomb.append(name).append(": &").append(name).append(" [");
            bomb.append(("*" + (char) (name - 1) + ", ").repeat(9)).append("x]\n");
        }
        assertThat(inTime(bomb.toString())).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "!!java.lang.Object [", "a: |\n ", "\"\\"})
    void survivesWhatIsRepeatedEndlessly(String piece) {
        assertThat(inTime(piece.repeat(20_000))).isNotNull();
    }

    private static Yaml.Reading inTime(String text) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Yaml.read(text));
    }
}
