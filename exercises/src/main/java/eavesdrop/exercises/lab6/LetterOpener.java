package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer.Opened;
import eavesdrop.exercises.TodoException;
import java.security.GeneralSecurityException;

/// Part 6.4: opens the letters of the other one. Which of them comes next is not its matter: see
/// `ReadingOrder`.
///
/// @param keys of this conversation
/// @param fromOther the way on which the letters come that are to be opened
/// @param toOther the way of this person's own letters
record LetterOpener(DirectionKeys keys, Direction fromOther, Direction toOther) {
    /// What is in a letter, if the other one has sealed it for this person, and nobody has changed it.
    ///
    /// @throws BadLetter with the reason `REFLECTED` when it is one of this person's own letters, sent
    ///     back; with `CHANGED` when it was changed, or sealed by or for somebody else (these look the
    ///     same)
    Opened open(Letter letter) throws GeneralSecurityException {
        // TODO(6.4): open the letter, or say why not. Source: JDK Cipher, AEADBadTagException
        throw new TodoException("6.4", "open the letter, or say why not");
    }
}
