package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import eavesdrop.LabException;
import eavesdrop.worksheet.AnswerSheet.Block;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSheetTest {
    private static final String SHEET = "# Ñandú\n\n```answer 2.1\nframe: 7\n```\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```answer 2.1\nframe: 7\n```",
                "``` answer 2.1\nframe: 7\n```",
                "````answer 2.1\nframe: 7\n````",
                "~~~answer 2.1\nframe: 7\n~~~",
                "   ```Answer 2.1  \nframe: 7\n   ```   ",
                "```text\n```\n```answer 2.1\nframe: 7\n```\n```answer",
                "````markdown\n```answer 9.9\nframe: 1\n```\n````\n```answer 2.1\nframe: 7\n```"
            })
    void findsTheAnswerBlocks(String markdown) {
        assertThat(AnswerSheet.parse(markdown).blocks()).extracting(Block::id).containsExactly("2.1");
        assertThat(AnswerSheet.parse(markdown).blocks().getFirst().content()).containsExactly("frame: 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16"})
    void readsWhatEditorsSave(String charset) throws IOException {
        for (String lineEnd : new String[] {"\n", "\r\n", "\r"}) {
            for (String mark : new String[] {"", "\uFEFF"}) {
                String saved = mark + SHEET.replace("\n", lineEnd);
                Path file = Files.write(folder.resolve("sheet.md"), saved.getBytes(Charset.forName(charset)));
                assertThat(AnswerSheet.read(file)).isEqualTo(AnswerSheet.parse(SHEET));
            }
        }
    }

    /// What Notepad calls ANSI.
    @Test
    void readsWhatAnOldEditorOfWindowsSaves() throws IOException {
        String typed = "“Zoë” – 5 €\r\n";
        Path file = Files.write(folder.resolve("sheet.md"), typed.getBytes(Charset.forName("windows-1252")));
        assertThat(AnswerSheet.read(file).text()).isEqualTo("“Zoë” – 5 €\n");
    }

    /// Else the answer with the emoji would be wrong, and nobody could see why.
    @Test
    void keepsTheEmojiOfASheetThatHoldsOneOddByte() throws IOException {
        byte[] emoji = "漢字🔑 ".getBytes(StandardCharsets.UTF_8);
        byte[] mixed = Arrays.copyOf(emoji, emoji.length + 2);
        mixed[emoji.length] = (byte) 0xE9;
        mixed[emoji.length + 1] = '.';
        assertThat(AnswerSheet.read(Files.write(folder.resolve("sheet.md"), mixed))
                        .text())
                .isEqualTo("漢字🔑 é.");
    }

    /// A word processor puts them where a space ends a line.
    @Test
    void findsTheFencesBetweenSpacesThatDoNotBreak() {
        String markdown = "```answer\u00A02.1\nframe:\u00A07\n```\u00A0\n\n###\u00A0Next\n```answer 2.2\u00A0\n```\n";
        assertThat(AnswerSheet.parse(markdown).blocks())
                .extracting(Block::id, Block::closed)
                .containsExactly(tuple("2.1", true), tuple("2.2", true));
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithAFileThatIsNoWorksheet() throws IOException {
        refuses(folder.resolve("none.md"), "There is no file");
        refuses(folder, "is a folder");
        refuses(Files.write(folder.resolve("a.md"), new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 1}), "is not a text file");
        refuses(Files.write(folder.resolve("b.md"), new byte[] {'e', (byte) 0x81}), "is not a text file");
        refuses(Files.write(folder.resolve("b.md"), new byte[] {'e', (byte) 0xE9, 1}), "is not a text file");
        refuses(Files.write(folder.resolve("d.md"), new byte[] {'P', 'K', 3, 4, 0}), "a word processor");
        refuses(Files.writeString(folder.resolve("e.md"), "{\\rtf1 answer"), "a word processor");
        refuses(Files.write(folder.resolve("c.md"), new byte[50_000_000]), "is larger than 1 MiB");
    }

    private static void refuses(Path file, String what) {
        LabException refused = catchThrowableOfType(LabException.class, () -> AnswerSheet.read(file));
        assertThat(refused.kind()).isEqualTo(LabException.Kind.FILE);
        assertThat(refused.what()).contains(what).doesNotContain("\n");
        assertThat(refused.remedy()).isNotEmpty();
    }
}
