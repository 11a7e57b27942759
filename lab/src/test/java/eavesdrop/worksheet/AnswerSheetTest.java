package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eavesdrop.LabException;
import eavesdrop.worksheet.AnswerSheet.Block;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void saysInOneSentenceWhatIsWrongWithAFileThatIsNoWorksheet() throws IOException {
        refuses(folder.resolve("none.md"), "There is no file");
        refuses(folder, "is a folder");
        refuses(Files.write(folder.resolve("a.md"), new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 1}), "is not a text file");
        refuses(
                Files.write(folder.resolve("b.md"), "Ñandú".getBytes(StandardCharsets.ISO_8859_1)),
                "is not a text file in UTF-8");
        refuses(Files.write(folder.resolve("c.md"), new byte[50_000_000]), "is larger than 1 MiB");
    }

    private static void refuses(Path file, String what) {
        LabException refused = catchThrowableOfType(LabException.class, () -> AnswerSheet.read(file));
        assertThat(refused.kind()).isEqualTo(LabException.Kind.FILE);
        assertThat(refused.what()).contains(what).doesNotContain("\n");
        assertThat(refused.remedy()).isNotEmpty();
    }
}
