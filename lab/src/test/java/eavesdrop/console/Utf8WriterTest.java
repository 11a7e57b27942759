package eavesdrop.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What is printed arrives as UTF-8, however it is cut into pieces.
class Utf8WriterTest {
    private static final String TEXT = "alice → server  says: ñ 漢字 🔑 👩‍👧 end\n";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Utf8Writer writer = new Utf8Writer(bytes);

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aCharacterThatIsCutInTwoIsWhole() throws IOException {
        for (int i = 0; i < TEXT.length(); i++) {
            writer.write(TEXT.charAt(i));
            writer.flush();
        }
        assertThat(written()).isEqualTo(TEXT);
    }

    @Test
    void halfACharacterAtTheEndIsAQuestionMark() throws IOException {
        writer.write("key: \uD83D");
        writer.flush();
        assertThat(written()).isEqualTo("key: ");
        writer.close();
        assertThat(written()).isEqualTo("key: ?");
    }

    @Test
    void muchIsWrittenInItsOrder() {
        String line = TEXT.repeat(7);
        String longLine = TEXT.repeat(3_000);
        StringBuilder expected = new StringBuilder();
        try (PrintWriter out = new PrintWriter(writer)) {
            for (int i = 0; i < 500; i++) {
                out.write(line);
                expected.append(line);
                if (i % 100 == 7) {
                    out.write(longLine);
                    expected.append(longLine);
                }
            }
        }
        assertThat(written()).isEqualTo(expected.toString());
    }

    @Test
    void whatIsPrintedLineByLineIsSeenAtOnce() {
        PrintWriter out = new PrintWriter(writer, true);
        out.println("here");
        assertThat(written()).isEqualTo("here" + System.lineSeparator());
    }
}
