package eavesdrop.console;

import eavesdrop.LabException;
import java.util.Optional;
import java.util.stream.Stream;

/// The characters in which a terminal hands over what was typed. Where the settings of the terminal (its locale) name
/// none but ASCII, Java reads an umlaut as U+FFFD: then another text would be looked for than the one that was typed.
public final class TerminalCharset {
    private static final String NOT_READ = "\uFFFD";

    private TerminalCharset() {}

    /// That of this JVM, which the launcher takes from the locale.
    public static String own() {
        return System.getProperty("sun.jnu.encoding", "UTF-8");
    }

    /// What to say of a word that could not be read. UTF-8 has U+FFFD as a character: there it may have been typed.
    public static Optional<LabException> problem(String charset, String... words) {
        boolean isUtf8 = charset.equalsIgnoreCase("UTF-8");
        return Stream.of(words)
                .filter(word -> !isUtf8 && word.contains(NOT_READ))
                .findFirst()
                .map(word -> LabException.usage(
                        "Of '" + word + "', not every character can be read: this terminal is set to " + charset + ".",
                        "Set it to UTF-8, and type the command again: export LC_ALL=C.UTF-8"));
    }
}
