package eavesdrop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Base64 in lines, as mail and PEM write it, is found wherever the break falls.
class Base64LinesTest {
    private static final String CODEWORD = "amber-otter-42";
    private static final String LONG = CODEWORD.repeat(20);

    @ParameterizedTest
    @CsvSource({"76,CRLF", "76,LF", "64,CRLF", "64,LF"})
    void findsATextOnceWhereverTheBreakFalls(int columns, String lineBreak) {
        Base64.Encoder encoder = encoder(columns, lineBreak);
        for (String text : List.of(CODEWORD, LONG)) {
            for (int before = 0; before < 120; before++) {
                byte[] message = encoder.encode(bytes("~".repeat(before) + text + "~".repeat(80)));

                List<String> found = search(message, text);

                int digit = before * 8 / 6;
                int start = digit + digit / columns * lineBreak(lineBreak).length;
                assertThat(found).as("%d bytes before", before).containsExactly(start + " alignment " + before % 3);
            }
        }
    }

    @Test
    void anotherTextIsNotFound() {
        byte[] message = encoder(76, "LF").encode(bytes("~".repeat(50) + "amber-otter-43" + "~".repeat(80)));

        assertThat(search(message, CODEWORD)).isEmpty();
    }

    @Test
    void twoLinesOfSomethingElseAreNotJoined() {
        String digits = Base64.getEncoder().encodeToString(bytes(CODEWORD));
        byte[] message = bytes(digits.substring(0, 8) + " \n" + digits.substring(8));

        assertThat(search(message, CODEWORD)).isEmpty();
    }

    private static List<String> search(byte[] message, String text) {
        List<String> found = new ArrayList<>();
        new Scans(text).scan(message, message.length, 0, (how, start, _) -> {
            if (how instanceof How.Base64 base64) {
                found.add(start + " alignment " + base64.alignment());
            }
        });
        return found;
    }

    private static Base64.Encoder encoder(int columns, String lineBreak) {
        return Base64.getMimeEncoder(columns, lineBreak(lineBreak));
    }

    private static byte[] lineBreak(String name) {
        return bytes(name.equals("CRLF") ? "\r\n" : "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
