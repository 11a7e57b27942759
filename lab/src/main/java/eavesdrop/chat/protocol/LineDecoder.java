package eavesdrop.chat.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Cuts the bytes of one direction of a connection into lines.
///
/// TCP carries bytes, not lines: one read may give half a line, or five. Hand over whatever came, and take
/// lines until there are none:
///
///     buffer.flip();
///     for (var line = decoder.next(buffer); line.isPresent(); line = decoder.next(buffer)) { … }
///
/// Holds at most the limit's bytes, however long a line is: what is longer is thrown away as it comes and
/// answered with one `TooLong` at its LF. An unfinished line at the end of the stream is never given out.
public final class LineDecoder {
    private static final int FIRST_ROOM = 128;

    private final int limit;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private byte[] kept;
    private int length;
    private boolean tooLong;
    private long position;
    private long start;

    /// @param limit the most bytes that a line may have, with its LF (`Limits`)
    public LineDecoder(int limit) {
        this.limit = limit;
        this.kept = new byte[Math.min(FIRST_ROOM, limit)];
    }

    /// The next line, or nothing when all `bytes` are used up and the line is not complete yet.
    public Optional<ReceivedLine> next(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte value = bytes.get();
            position++;
            if (value == '\n') {
                return Optional.of(complete());
            }
            keep(value);
        }
        return Optional.empty();
    }

    private void keep(byte value) {
        // The LF needs one byte of the limit.
        if (length == limit - 1) {
            tooLong = true;
        }
        if (tooLong) {
            return;
        }
        if (length == kept.length) {
            kept = Arrays.copyOf(kept, Math.min(2 * length, limit));
        }
        kept[length++] = value;
    }

    private ReceivedLine complete() {
        ReceivedLine line = tooLong ? new ReceivedLine.TooLong(start) : decode();
        length = 0;
        tooLong = false;
        start = position;
        return line;
    }

    private ReceivedLine decode() {
        boolean carriageReturn = length > 0 && kept[length - 1] == '\r';
        int end = carriageReturn ? length - 1 : length;
        try {
            String text = utf8.decode(ByteBuffer.wrap(kept, 0, end)).toString();
            return new ReceivedLine.Text(start, text);
        } catch (CharacterCodingException _) {
            return new ReceivedLine.NotUtf8(start, new String(kept, 0, end, StandardCharsets.UTF_8));
        }
    }
}
