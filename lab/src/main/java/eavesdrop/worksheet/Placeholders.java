package eavesdrop.worksheet;

import eavesdrop.LabException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a student's codewords where a file says `${name}`.
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z]+)}");

    private Placeholders() {}

    /// The text with every `${name}` replaced.
    ///
    /// @param where names the file for the message
    /// @throws LabException when a name is not among the codewords: a typing error in the file
    static String fill(String text, Map<String, String> codewords, String where) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), codewords, where)));
    }

    private static String word(String name, Map<String, String> codewords, String where) {
        String word = codewords.get(name);
        if (word == null) {
            throw LabException.file(
                    where + " asks for the codeword ${" + name + "}, which does not exist.",
                    "Use one of: "
                            + String.join(
                                    ", ", codewords.keySet().stream().sorted().toList()) + ".");
        }
        return word;
    }
}
