package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys of a lab, by the real keytool.
class KeysTest {
    @TempDir
    private Path keys;

    private final List<String> progress = new ArrayList<>();

    private Certificate certificate(String store, String alias) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(keys.resolve(store).toFile(), "eavesdrop".toCharArray())
                .getCertificate(alias);
    }

    @Test
    void malloryIsSignedByNobodyOrByMistake() throws Exception {
        Keys.makeMissing(keys, progress::add);
        Certificate authority = certificate("client/trust.p12", "ca");

        certificate("server/server.p12", "server").verify(authority.getPublicKey());
        certificate("mallory-signed/server.p12", "server").verify(authority.getPublicKey());
        assertThatThrownBy(() -> certificate("mallory/server.p12", "server").verify(authority.getPublicKey()))
                .isInstanceOf(GeneralSecurityException.class);
        assertThat(keys.resolve("client/pins.txt")).isNotEmptyFile();
    }

    @Test
    void whatIsThereStaysAndOnlyWhatAnOlderAuthoritySignedIsMadeAnew() throws Exception {
        Keys.makeMissing(keys, progress::add);
        Certificate server = certificate("server/server.p12", "server");
        Certificate mistake = certificate("mallory-signed/server.p12", "server");
        progress.clear();

        Keys.makeMissing(keys, progress::add);
        assertThat(progress).isEmpty();

        Files.setLastModifiedTime(
                keys.resolve("ca/ca.p12"), FileTime.from(Instant.now().plusSeconds(60)));
        Keys.makeMissing(keys, progress::add);
        assertThat(certificate("server/server.p12", "server")).isEqualTo(server);
        assertThat(certificate("mallory-signed/server.p12", "server")).isNotEqualTo(mistake);
    }

    @Test
    void aStoreThatCannotBeOpenedIsNamedWithWhatToDo() throws IOException {
        Files.createDirectories(keys.resolve("server"));
        Files.writeString(keys.resolve("server/server.p12"), "no store");

        assertThatThrownBy(() -> Keys.makeMissing(keys, progress::add))
                .isInstanceOfSatisfying(LabException.class, problem -> {
                    assertThat(problem.what()).contains("server.p12 cannot be opened");
                    assertThat(problem.remedy()).contains("worksheet 4");
                });
    }
}
