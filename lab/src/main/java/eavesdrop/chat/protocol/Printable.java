package eavesdrop.chat.protocol;

/// Makes a text harmless for a terminal and a log: what steers a screen becomes something to look at.
///
/// A terminal obeys control characters: `ESC [ 2 J` clears the screen, others write the title or move the
/// cursor over what somebody else said. So nobody may send them to anybody. Each character that steers is
/// replaced by one that only shows:
///
/// | characters | become | why |
/// |---|---|---|
/// | TAB | a space | its width depends on the screen, its meaning does not |
/// | other C0 (U+0000 to U+001F), DEL | ␀ to ␟, ␡ (control pictures) | steer the terminal; still seen |
/// | C1 (U+0080 to U+009F) | U+FFFD | steer the terminal: U+009B means `ESC [` |
/// | U+202A to U+202E, U+2066 to U+2069 | U+FFFD | turn the direction of writing |
/// | U+2028, U+2029 | U+FFFD | some programs begin a new line there |
///
/// All else stays: letters of any script, combining marks, emoji with their joiners (U+200D) and variation selectors.
public final class Printable {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int PICTURE_OF_NUL = 0x2400;
    private static final int PICTURE_OF_DEL = 0x2421;

    private Printable() {}

    /// The text with each character that steers replaced by one that shows. As many characters as before.
    public static String of(String text) {
        if (isPrintable(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(Printable::shown).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /// Whether `of` would leave the text as it is.
    public static boolean isPrintable(String text) {
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            boolean ascii = character >= ' ' && character < 0x7F;
            if (!ascii && shown(character) != character) {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }

    private static int shown(int character) {
        if (character == '\t') {
            return ' ';
        }
        if (character < ' ') {
            return PICTURE_OF_NUL + character;
        }
        if (character == 0x7F) {
            return PICTURE_OF_DEL;
        }
        return steers(character) ? REPLACEMENT : character;
    }

    private static boolean steers(int character) {
        boolean c1 = character >= 0x80 && character <= 0x9F;
        boolean newLine = character == 0x2028 || character == 0x2029;
        boolean direction =
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        boolean halfACharacter = character >= 0xD800 && character <= 0xDFFF;
        return c1 || newLine || direction || halfACharacter;
    }
}
