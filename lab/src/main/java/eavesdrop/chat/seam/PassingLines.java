package eavesdrop.chat.seam;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// One direction of a connection whose lines somebody may change: bytes come in, bytes go out.
///
/// A line that is longer than the limit, or is not UTF-8 (RFC 3629), passes unchanged: the server answers it with an
/// error, and that shall be the client's fault and not the tamper's. The tamper is given a line without its LF, and
/// without a CR before it. One caller at a time.
final class PassingLines {
    private final int limit;
    private final Function<String, List<String>> tamper;
    private final Consumer<Throwable> trouble;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean tooLong;

    /// @param limit the most bytes that a line may have, with its LF
    /// @param trouble hears what the tamper throws
    PassingLines(int limit, Function<String, List<String>> tamper, Consumer<Throwable> trouble) {
        this.limit = limit;
        this.tamper = tamper;
        this.trouble = trouble;
    }

    /// What goes on when these bytes have come. Bytes that are no whole line yet wait.
    byte[] pass(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream passed = new ByteArrayOutputStream(length);
        for (int at = offset; at < offset + length; at++) {
            waiting.write(bytes[at]);
            if (bytes[at] == '\n') {
                passed.writeBytes(tooLong ? taken() : line(taken()));
                tooLong = false;
            } else if (tooLong || waiting.size() >= limit) {
                tooLong = true;
                passed.writeBytes(taken());
            }
        }
        return passed.toByteArray();
    }

    /// What still waits when the stream has ended.
    byte[] rest() {
        return taken();
    }

    private byte[] taken() {
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        return bytes;
    }

    private byte[] line(byte[] withLf) {
        try {
            String text = text(withLf);
            List<String> instead = tamper.apply(text);
            // Its own bytes, so that a CR stays where nothing was changed.
            return instead.equals(List.of(text)) ? withLf : bytes(instead);
        } catch (CharacterCodingException _) {
            return withLf;
        } catch (RuntimeException | Error broken) {
            trouble.accept(broken);
            return withLf;
        }
    }

    private static String text(byte[] withLf) throws CharacterCodingException {
        int end = withLf.length - 1;
        boolean carriageReturn = end > 0 && withLf[end - 1] == '\r';
        // Unlike a String's constructor, a decoder tells when bytes are not UTF-8.
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(withLf, 0, carriageReturn ? end - 1 : end))
                .toString();
    }

    private static byte[] bytes(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a line that goes on cannot hold a line feed");
            }
            text.append(line).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
