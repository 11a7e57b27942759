package eavesdrop.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whatever bytes come over a connection: they become the same lines however they are cut, each line is a message or is
/// refused, and a message that is sent on is the same message.
class LinesFuzzTest {
    /// Small, so that the fuzzer reaches it.
    private static final int LIMIT = 40;

    /// @param input how many bytes come at once (1 byte), then the bytes
    @FuzzTest(maxDuration = "2m")
    void eachLineIsAMessageOrIsRefused(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        List<ReceivedLine> lines = decode(bytes, Math.max(1, bytes.length));
        assertThat(decode(bytes, 1 + Byte.toUnsignedInt(input[0]))).isEqualTo(lines);
        for (ReceivedLine line : lines) {
            switch (line) {
                case ReceivedLine.Text(long _, String text) -> check(text);
                case ReceivedLine.NotUtf8(long _, String readable) -> check(readable);
                case ReceivedLine.TooLong(long offset) -> assertThat(offset).isLessThan(bytes.length - LIMIT);
            }
        }
    }

    private static List<ReceivedLine> decode(byte[] bytes, int atOnce) {
        LineDecoder decoder = new LineDecoder(LIMIT);
        List<ReceivedLine> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += atOnce) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(atOnce, bytes.length - from));
            for (var line = decoder.next(piece); line.isPresent(); line = decoder.next(piece)) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    private static void check(String text) {
        ClientLine said = ClientLine.parse(text);
        if (!(said instanceof ClientLine.Unusable)) {
            assertThat(ClientLine.parse(said.print())).isEqualTo(said);
        }
        ServerLine answered = ServerLine.parse(text);
        assertThat(ServerLine.parse(answered.print())).isEqualTo(answered);
        String shown = Printable.of(text);
        assertThat(Printable.isPrintable(shown)).isTrue();
        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(text.codePointCount(0, text.length()));
    }
}
