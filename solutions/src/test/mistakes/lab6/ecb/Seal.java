package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer.Opened;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Part 6.3: closes the letters of one direction, one after the other.
final class Seal {
    private final SecretKey key;
    private final Direction direction;
    /// The counter of the next letter.
    private long next;

    Seal(SecretKey key, Direction direction) {
        this.key = key;
        this.direction = direction;
    }

    /// Closes a letter with ChaCha20-Poly1305 (RFC 8439, section 2.8), and counts it.
    ///
    /// The first letter has the counter 0, the next one 1. Its nonce is `Letter.nonce`, its associated data
    /// `Direction.associatedData`, and what is closed `Content.bytes`. No two letters may ever have the
    /// same nonce under the same key: who has two such letters can read both. A text that is too long
    /// is refused, and not counted.
    ///
    /// @return the letter as it crosses the wire
    String close(Opened content) throws GeneralSecurityException {
        byte[] bytes = Content.bytes(content);
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.getEncoded(), "AES"));
        Letter letter = new Letter(next, cipher.doFinal(bytes));
        next++;
        return letter.encode();
    }
}
