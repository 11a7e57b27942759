package eavesdrop.exercises.lab5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/// The pin of a public key.
@Tag("5.3")
@Timeout(60)
class PinTest {
    /// Made by keytool. Its pin holds a `+` and a `/`, in which the two alphabets of base64 differ.
    private static final String CERTIFICATE = """
            MIIBRDCB66ADAgECAghLwBXnhysPzDAKBggqhkjOPQQDAzAWMRQwEgYDVQQDEwtjaGF0LXNlcnZl
            cjAgFw0yNjExMjUxNzUxMzZaGA8yMTI2MTEwMTE3NTEzNlowFjEUMBIGA1UEAxMLY2hhdC1zZXJ2
            ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARMTibEmz4U9+7GP6/FSOAUWzwzKIWt+gM8CJ0g
            Ahe6UO3yk4+MYci8YUufIt5ye5A6iVBDLvEekGqDqE3iKmaAoyEwHzAdBgNVHQ4EFgQUe17iFRKT
            +OiYbyqUChZhLyGZLyUwCgYIKoZIzj0EAwMDSAAwRQIgUe8KaiT69BGnJh2t85QE+W3fthLwzEcR
            1iYw58lxXr0CIQCeF3FB90SIQ1fMAYcG/lgoB7kNjK/SiNmuRUHJjkn3dg==
            """;

    private static final String PIN = "nUqWEiiex09nT6czkVcgfkpJ3Y/d+WA/TNOkqLUf4Kw=";

    @Test
    void isTheDigestOfThePublicKey(TestReporter tell) throws Exception {
        tell.publishEntry("Your pinOf() reads a certificate whose pin is known.");
        byte[] encoded = Base64.getMimeDecoder().decode(CERTIFICATE);
        Certificate certificate =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        String pin = PinnedTransport.pinOf(certificate);
        assertThat(pin)
                .withFailMessage(
                        "pinOf gives %s, which is not the pin (RFC 7469, section 2.4): %s", pin, told(pin, certificate))
                .isEqualTo(PIN);
    }

    /// What it probably is instead.
    private static String told(String pin, Certificate certificate) throws Exception {
        byte[] publicKey = certificate.getPublicKey().getEncoded();
        byte[] right = Base64.getDecoder().decode(PIN);
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(publicKey);
        String alphabet = "the right bytes, but not in the base64 of RFC 4648, section 4, with its = at the end.";
        return Map.of(
                        pin(certificate.getEncoded()),
                        "the digest of the whole certificate. It breaks with each new certificate, also for the same key.",
                        HexFormat.of().formatHex(right),
                        "the right bytes, but in hexadecimal digits and not in base64.",
                        Base64.getUrlEncoder().encodeToString(right),
                        alphabet,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(right),
                        alphabet,
                        Base64.getEncoder().withoutPadding().encodeToString(right),
                        alphabet,
                        Base64.getEncoder().encodeToString(sha1),
                        "a digest of SHA-1, which can be forged.",
                        Base64.getEncoder().encodeToString(publicKey),
                        "the public key itself, without a digest.")
                .getOrDefault(
                        pin,
                        "it must be the SHA-256 of certificate.getPublicKey().getEncoded(), in base64. That of another form"
                                + " of the key, or of a name, is another number, or binds no key.");
    }

    static String pin(byte[] publicKey) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(publicKey));
    }
}
