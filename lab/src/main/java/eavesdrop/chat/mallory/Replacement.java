package eavesdrop.chat.mallory;

import eavesdrop.LabException;

/// A word that Mallory puts in the place of another one, wherever it stands in a text.
///
/// @param word what the sender wrote; not empty
/// @param instead what the receiver will read
public record Replacement(String word, String instead) {
    /// Reads `WORD=OTHER`, for example `noon=midnight`.
    ///
    /// @throws LabException (usage) when there is no `=`, or nothing before it
    public static Replacement parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw LabException.usage(
                    "“" + text + "” does not say what to replace by what.", "Write it as WORD=OTHER: noon=midnight.");
        }
        return new Replacement(text.substring(0, equals), text.substring(equals + 1));
    }

    String in(String text) {
        return text.replace(word, instead);
    }
}
