package eavesdrop.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineDecoderTest {
    private static List<ReceivedLine> decode(LineDecoder decoder, byte[]... pieces) {
        List<ReceivedLine> lines = new ArrayList<>();
        for (byte[] piece : pieces) {
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            for (var line = decoder.next(bytes); line.isPresent(); line = decoder.next(bytes)) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void givesEachLineOfOnePiece() {
        assertThat(decode(new LineDecoder(100), utf8("SAY a\nSAY ñ\n\nSAY c")))
                .containsExactly(
                        new ReceivedLine.Text(0, "SAY a"),
                        new ReceivedLine.Text(6, "SAY ñ"),
                        new ReceivedLine.Text(13, ""));
    }

    @Test
    void givesTheSameLinesHoweverTheBytesAreCut() {
        byte[] all = utf8("HELLO alice\r\nSAY 漢字 🔑\n");
        for (int size = 1; size <= all.length; size++) {
            assertThat(decode(new LineDecoder(100), pieces(all, size)))
                    .as("pieces of %d bytes", size)
                    .containsExactly(new ReceivedLine.Text(0, "HELLO alice"), new ReceivedLine.Text(13, "SAY 漢字 🔑"));
        }
    }

    private static byte[][] pieces(byte[] all, int size) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < all.length; from += size) {
            pieces.add(java.util.Arrays.copyOfRange(all, from, Math.min(from + size, all.length)));
        }
        return pieces.toArray(new byte[0][]);
    }

    @Test
    void dropsOneCarriageReturnBeforeTheLineFeedOnly() {
        assertThat(decode(new LineDecoder(100), utf8("a\rb\r\r\n")))
                .containsExactly(new ReceivedLine.Text(0, "a\rb\r"));
    }

    @Test
    void takesALineOfExactlyTheLimit() {
        String longest = "x".repeat(Limits.LINE_BYTES - 1);
        assertThat(decode(new LineDecoder(Limits.LINE_BYTES), utf8(longest + "\n")))
                .containsExactly(new ReceivedLine.Text(0, longest));
    }

    @Test
    void refusesOneByteMoreOnceAndGoesOnWithTheNextLine() {
        String tooLong = "x".repeat(Limits.LINE_BYTES) + "\n";
        assertThat(decode(new LineDecoder(Limits.LINE_BYTES), utf8(tooLong + "SAY b\n")))
                .containsExactly(new ReceivedLine.TooLong(0), new ReceivedLine.Text(Limits.LINE_BYTES + 1L, "SAY b"));
    }

    /// Invalid by RFC 3629: a lone continuation byte, a cut character, an overlong form, a half of a pair, beyond
    /// U+10FFFF.
    @ParameterizedTest
    @ValueSource(strings = {"80", "c3", "e2 82", "c0 af", "ed a0 80", "f4 90 80 80", "ff"})
    void refusesWhatIsNotUtf8(String hex) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(utf8("SAY "));
        for (String value : hex.split(" ")) {
            line.write(Integer.parseInt(value, 16));
        }
        line.writeBytes(utf8("\nSAY b\n"));
        List<ReceivedLine> lines = decode(new LineDecoder(100), line.toByteArray());
        assertThat(lines.getFirst()).isInstanceOf(ReceivedLine.NotUtf8.class);
        assertThat(((ReceivedLine.NotUtf8) lines.getFirst()).readable()).startsWith("SAY \uFFFD");
        assertThat(lines.getLast()).isEqualTo(new ReceivedLine.Text(line.size() - 6L, "SAY b"));
    }

    @Test
    void neverGivesAnUnfinishedLine() {
        assertThat(decode(new LineDecoder(100), utf8("SAY half"))).isEmpty();
    }
}
