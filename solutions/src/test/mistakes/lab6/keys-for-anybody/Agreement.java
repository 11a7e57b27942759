package eavesdrop.exercises.lab6;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

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
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(mine);
        // The JDK itself refuses a public key that gives zeros, with an InvalidKeyException.
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    /// HKDF with SHA-256, both steps, extract and expand (RFC 5869).
    ///
    /// @param salt may be empty
    /// @param info says what the result is for
    /// @param length bytes of the result
    static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        HKDFParameterSpec both =
                HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length);
        return KDF.getInstance("HKDF-SHA256").deriveData(both);
    }

    /// The two keys: each from the secret, no salt, and the `info` of its direction. They are for the algorithm
    /// "ChaCha20".
    static DirectionKeys keys(byte[] secret, Party me, Party other) throws GeneralSecurityException {
        boolean meFirst = me.blob().compareTo(other.blob()) < 0;
        SecretKey first = key(secret, "first");
        SecretKey second = key(secret, "second");
        return meFirst ? new DirectionKeys(first, second) : new DirectionKeys(second, first);
    }

    private static SecretKey key(byte[] secret, String direction) throws GeneralSecurityException {
        return new SecretKeySpec(hkdf(secret, new byte[0], direction.getBytes(StandardCharsets.UTF_8), KEY_BYTES), "ChaCha20");
    }
}
