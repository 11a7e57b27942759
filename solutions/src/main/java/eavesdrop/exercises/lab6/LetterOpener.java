package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer.Opened;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

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
        try {
            return Content.read(unsealed(letter, keys.fromOther(), fromOther));
        } catch (AEADBadTagException broken) {
            throw new BadLetter(isMine(letter) ? BadLetter.Reason.REFLECTED : BadLetter.Reason.CHANGED);
        }
    }

    private boolean isMine(Letter letter) throws GeneralSecurityException {
        try {
            unsealed(letter, keys.toOther(), toOther);
            return true;
        } catch (AEADBadTagException notMine) {
            return false;
        }
    }

    private static byte[] unsealed(Letter letter, SecretKey key, Direction direction) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(Cipher.DECRYPT_MODE, key, Letter.nonce(letter.counter()));
        cipher.updateAAD(direction.associatedData(letter.counter()));
        return cipher.doFinal(letter.sealed());
    }
}
