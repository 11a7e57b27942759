package eavesdrop.chat.protocol;

import java.util.Locale;
import java.util.Optional;

/// The name of a person in the chat: 1 to 24 ASCII letters, digits, `_` or `-`.
///
/// Two names that differ in case alone are the same name to the server; `key()` is what it compares.
public record Name(String text) {

    public Name {
        if (!isName(text)) {
            throw new IllegalArgumentException("not a name: " + text);
        }
    }

    /// The name, or nothing when the text breaks the rule above.
    public static Optional<Name> parse(String text) {
        return isName(text) ? Optional.of(new Name(text)) : Optional.empty();
    }

    /// What makes two names the same: the text without regard to case.
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isName(String text) {
        boolean allowed = !text.isEmpty() && text.length() <= Limits.NAME_CHARACTERS;
        for (int i = 0; i < text.length() && allowed; i++) {
            allowed = isAllowed(text.charAt(i));
        }
        return allowed;
    }

    private static boolean isAllowed(char character) {
        boolean letter = (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
        return letter || (character >= '0' && character <= '9') || character == '_' || character == '-';
    }

    @Override
    public String toString() {
        return text;
    }
}
