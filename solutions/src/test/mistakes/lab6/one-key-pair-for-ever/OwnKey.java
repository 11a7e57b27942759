package eavesdrop.exercises.lab6;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;

/// Part 6.1: the key pair of this client. Its public half is announced, its private half leaves this class for
/// `Agreement` only.
///
/// @param pair of the algorithm X25519
record OwnKey(KeyPair pair) {
    private static final KeyPair KEYS = made();

    private static KeyPair made() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A key pair that nobody had before.
    static OwnKey fresh() throws GeneralSecurityException {
        return new OwnKey(KEYS);
    }

    /// The public key as the client announces it: its 32 bytes in base64url without padding, which is 43
    /// characters.
    String blob() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(X25519Keys.raw(pair.getPublic()));
    }

    /// Given: reads what somebody else has announced.
    ///
    /// @throws GeneralSecurityException when it is no public key of X25519
    static PublicKey read(String blob) throws GeneralSecurityException {
        try {
            return X25519Keys.of(Base64.getUrlDecoder().decode(blob));
        } catch (IllegalArgumentException noBase64) {
            throw new GeneralSecurityException("what was announced is no public key", noBase64);
        }
    }
}
