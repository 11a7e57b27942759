package eavesdrop.chat.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a person in the chat: 1 to 24 ASCII letters, digits, `_` or `-`.
///
/// Two names that differ in case alone are the same name to the server; `key()` is what it compares.
public record Name(String text) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1," + Limits.NAME_CHARACTERS + "}");

    public Name {
        if (!ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException("not a name: " + text);
        }
    }

    /// The name, or nothing when the text breaks the rule above.
    public static Optional<Name> parse(String text) {
        return ALLOWED.matcher(text).matches() ? Optional.of(new Name(text)) : Optional.empty();
    }

    /// What makes two names the same: the text without regard to case.
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
