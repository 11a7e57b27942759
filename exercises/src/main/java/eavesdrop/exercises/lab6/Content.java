package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer.Opened;
import java.nio.charset.StandardCharsets;

/// Given: what is under the seal, as bytes: one that says what it is, then the text in UTF-8.
final class Content {
    /// Bytes in UTF-8 that the text of a letter can have, whoever gets it.
    ///
    /// A line has 4,096 bytes. `TELL`, two spaces, the longest name (24) and the LF leave 4,065. Base64
    /// makes 4 characters of 3 bytes, so a letter has at most 3,048 bytes: 9 before the ciphertext, 16 of
    /// the tag, 1 that says what is under the seal, and the text.
    static final int MOST_BYTES = 3022;

    private static final byte TEXT = 1;
    private static final byte GOODBYE = 2;

    private Content() {}

    /// @throws BadLetter when the text is too long
    static byte[] bytes(Opened content) throws BadLetter {
        return switch (content) {
            case Opened.Text(String text) -> bytes(TEXT, text);
            case Opened.Goodbye() -> bytes(GOODBYE, "");
        };
    }

    /// @throws BadLetter when these bytes are no content
    static Opened read(byte[] bytes) throws BadLetter {
        return switch (bytes.length == 0 ? 0 : bytes[0]) {
            case TEXT -> new Opened.Text(new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8));
            case GOODBYE -> new Opened.Goodbye();
            default -> throw new BadLetter(BadLetter.Reason.NO_LETTER);
        };
    }

    private static byte[] bytes(byte what, String text) throws BadLetter {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > MOST_BYTES) {
            throw new BadLetter(
                    BadLetter.Reason.TOO_LONG, "it may have 3,022 bytes and has %,d".formatted(utf8.length));
        }
        byte[] bytes = new byte[1 + utf8.length];
        bytes[0] = what;
        System.arraycopy(utf8, 0, bytes, 1, utf8.length);
        return bytes;
    }
}
