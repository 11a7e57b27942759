package eavesdrop.worksheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads text that is not UTF-8 throughout: an editor on Windows has saved it as Windows-1252 ("ANSI"),
/// or something was pasted into it that was.
///
/// What is valid UTF-8 is taken as that, and only what is not as Windows-1252. So one odd byte does not
/// spoil the emoji of an answer, and `é` alone is no sequence of UTF-8 that it could be taken for.
final class OlderText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private OlderText() {}

    /// Nothing when it is no text in either of them.
    static Optional<String> read(byte[] bytes) {
        try {
            String text = mixed(ByteBuffer.wrap(bytes));
            return text.chars().anyMatch(OlderText::isInNoText) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException inNeither) {
            return Optional.empty();
        }
    }

    private static String mixed(ByteBuffer in) throws CharacterCodingException {
        CharBuffer text = CharBuffer.allocate(in.remaining());
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        for (CoderResult stopped = utf8.decode(in, text, true);
                stopped.isMalformed();
                stopped = utf8.reset().decode(in, text, true)) {
            byte[] odd = new byte[stopped.length()];
            in.get(odd);
            text.put(WINDOWS.newDecoder().decode(ByteBuffer.wrap(odd)));
        }
        return text.flip().toString();
    }

    /// A control character that no editor writes: the file holds something else than text.
    private static boolean isInNoText(int character) {
        return character < ' ' && "\t\n\u000B\f\r".indexOf(character) < 0;
    }
}
