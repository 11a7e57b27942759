package eavesdrop.chat.seam;

import eavesdrop.LabException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A class of an exercise that is still to be written, as it says itself. To try again does not help.
///
/// @param words which part it is, and what is to be done there
public record UnwrittenPart(String words) {
    private static final Pattern WORDS = Pattern.compile("TODO\\([^)]*\\).*");

    /// The first one that the reason of a failure tells of: from there to the end of its line.
    public static Optional<UnwrittenPart> in(String text) {
        Matcher found = WORDS.matcher(text);
        return found.find() ? Optional.of(new UnwrittenPart(found.group().strip())) : Optional.empty();
    }

    /// What to tell a person who cannot go on without it.
    public LabException problem() {
        return LabException.file(
                "A class of this scenario is not done yet: " + words + ".",
                "Write it and test it with './labw exercise', or take the kit's: --with solutions.");
    }
}
