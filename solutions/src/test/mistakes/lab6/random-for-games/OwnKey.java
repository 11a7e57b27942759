package eavesdrop.exercises.lab6;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Base64;
import java.util.Random;
import javax.crypto.KeyAgreement;

/// Part 6.1: the key pair of this client. Its public half is announced, its private half leaves this class for
/// `Agreement` only.
///
/// @param pair of the algorithm X25519
record OwnKey(KeyPair pair) {
    /// A key pair that nobody had before.
    static OwnKey fresh() throws GeneralSecurityException {
        byte[] scalar = new byte[32];
        new Random().nextBytes(scalar);
        PrivateKey secret = KeyFactory.getInstance("X25519")
                .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
        return new OwnKey(new KeyPair(publicKey(secret), secret));
    }

    // The public key is the private one times the base point 9 (RFC 7748, section 6.1).
    private static PublicKey publicKey(PrivateKey secret) throws GeneralSecurityException {
        byte[] nine = new byte[32];
        nine[0] = 9;
        KeyAgreement multiplication = KeyAgreement.getInstance("X25519");
        multiplication.init(secret);
        multiplication.doPhase(X25519Keys.of(nine), true);
        return X25519Keys.of(multiplication.generateSecret());
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
