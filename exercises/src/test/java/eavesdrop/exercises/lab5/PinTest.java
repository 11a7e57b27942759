package eavesdrop.exercises.lab5;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercises.wire.Certificates;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The pin of a public key.
@Tag("5.3")
@Timeout(60)
class PinTest {
    @TempDir
    static Path folder;

    @Test
    void isTheDigestOfThePublicKey(TestReporter tell) throws Exception {
        var certificate = Certificates.of(new Certificates(folder).selfSigned("server", Meeting.HOST));
        tell.publishEntry("keytool has made a certificate; your pinOf() reads it.");
        assertThat(PinnedTransport.pinOf(certificate))
                .withFailMessage("pinOf does not give the SHA-256 of the public key (SPKI) in base64. If it is that of"
                        + " the whole certificate, or of a name, the pin breaks with each new certificate, or binds"
                        + " no key.")
                .isEqualTo(pin(certificate.getPublicKey().getEncoded()));
    }

    static String pin(byte[] publicKey) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(publicKey));
    }
}
