package eavesdrop.exercises.lab6;

import eavesdrop.exercises.TodoException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;

/// Part 6.2: from two key pairs to the two keys of a conversation.
final class Agreement {
    /// Bytes of a key of ChaCha20 (RFC 8439, section 2.3).
    static final int KEY_BYTES = 32;

    private Agreement() {}

    /// What both compute, each from their own private key and the other's public one (RFC 7748, section 6.1).
    ///
    /// @return 32 bytes
    /// @throws InvalidKeyException when they would all be 0: there are public keys that give 0 to
    ///     everybody, and who announces one of them knows the secret without any private key
    static byte[] sharedSecret(PrivateKey mine, PublicKey other) throws GeneralSecurityException {
        // TODO(6.2): agree, and let a secret of zeros be refused. Source: JDK KeyAgreement "X25519"
        throw new TodoException("6.2", "agree on a shared secret");
    }

    /// HKDF with SHA-256, both steps, extract and expand (RFC 5869).
    ///
    /// @param salt may be empty
    /// @param info says what the result is for
    /// @param length bytes of the result
    static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        // TODO(6.2): derive bytes from a secret. Source: JDK KDF "HKDF-SHA256", HKDFParameterSpec.ofExtract
        throw new TodoException("6.2", "derive bytes from a secret");
    }

    /// The two keys: each from the secret, no salt, and the `info` of its direction. They are for the algorithm
    /// "ChaCha20".
    static DirectionKeys keys(byte[] secret, Party me, Party other) throws GeneralSecurityException {
        // TODO(6.2): derive one key for each direction. Source: Direction, JDK SecretKeySpec
        throw new TodoException("6.2", "derive one key for each direction");
    }
}
