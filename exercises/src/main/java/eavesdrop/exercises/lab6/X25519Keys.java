package eavesdrop.exercises.lab6;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Given: the 32 bytes of a public key of X25519 (RFC 7748, section 5), and the key object of the JDK.
///
/// The JDK writes such a key as 44 bytes (RFC 8410): 12 that say "a key of X25519", and then the 32 of the
/// key itself.
final class X25519Keys {
    static final int BYTES = 32;
    private static final byte[] SAYS_X25519 = HexFormat.of().parseHex("302a300506032b656e032100");

    private X25519Keys() {}

    /// The 32 bytes of a key.
    static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
    }

    /// The key with these bytes.
    ///
    /// @throws InvalidKeyException when there are more or fewer than 32
    static PublicKey of(byte[] raw) throws GeneralSecurityException {
        if (raw.length != BYTES) {
            throw new InvalidKeyException("a public key of X25519 has 32 bytes, and these are " + raw.length);
        }
        byte[] encoded = Arrays.copyOf(SAYS_X25519, SAYS_X25519.length + BYTES);
        System.arraycopy(raw, 0, encoded, SAYS_X25519.length, BYTES);
        return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
