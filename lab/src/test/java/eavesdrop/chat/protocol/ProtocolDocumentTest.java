package eavesdrop.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The specification that students read says what the code does.
class ProtocolDocumentTest {
    private static final Path DOCUMENT = Path.of("../worksheets/protocol.md");

    @Test
    void namesEveryErrorOnceInItsTable() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT);
        List<String> inTheTable = rows.stream()
                .dropWhile(line -> !line.equals("## Errors"))
                .filter(line -> line.startsWith("| `"))
                .limit(ErrorCode.values().length)
                .map(line -> line.split("`")[1])
                .toList();
        assertThat(inTheTable)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList());
    }

    @Test
    void givesTheLimitsOfTheCode() throws IOException {
        String document = Files.readString(DOCUMENT);
        assertThat(document)
                .contains(
                        "at most " + grouped(Limits.LINE_BYTES) + " bytes",
                        "at most " + grouped(Limits.SERVER_LINE_BYTES) + " bytes",
                        "1 to " + Limits.NAME_CHARACTERS + " characters",
                        "nc 127.0.0.1 " + Limits.DEFAULT_PORT);
    }

    /// As the document says: 12,304 bytes.
    @Test
    void givesTheLongestServerLine() throws IOException {
        Name longest = new Name("n".repeat(Limits.NAME_CHARACTERS));
        String worst = Printable.of("\u0000".repeat(Limits.LINE_BYTES - "SAY \n".length()));
        int bytes = new ServerLine.Said(longest, worst).bytes().length;
        assertThat(Files.readString(DOCUMENT)).contains(grouped(bytes) + " bytes, with a name of 24 letters");
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
