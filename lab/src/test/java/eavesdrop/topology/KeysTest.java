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
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
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
    void theAuthoritysKeyStaysWithTheAuthority() throws Exception {
        Keys.makeMissing(keys, progress::add);

        for (String party : List.of("server", "mallory-signed")) {
            KeyStore store =
                    KeyStore.getInstance(keys.resolve(party + "/server.p12").toFile(), "eavesdrop".toCharArray());
            assertThat(Collections.list(store.aliases())).containsExactlyInAnyOrder("server", "ca");
            assertThat(store.isKeyEntry("server")).isTrue();
            assertThat(store.getCertificateChain("server")).hasSize(2);
            assertThat(store.isCertificateEntry("ca")).isTrue();
        }
        try (Stream<Path> left = Files.list(keys.resolve("ca"))) {
            assertThat(left).containsExactly(keys.resolve("ca/ca.p12"));
        }
    }

    @Test
    void anAuthorityWithAnotherPasswordIsNamedWithWhatToDo() throws Exception {
        Keys.makeMissing(keys, progress::add);
        Files.writeString(keys.resolve("ca/ca.p12"), "no store");
        Files.delete(keys.resolve("mallory-signed/server.p12"));

        assertThatThrownBy(() -> Keys.makeMissing(keys, progress::add))
                .isInstanceOfSatisfying(LabException.class, problem -> {
                    assertThat(problem.what()).contains("ca.p12 cannot be opened");
                    assertThat(problem.remedy()).contains("worksheet 4");
                });
        assertThat(keys.resolve("ca/mallory-signed.p12.part")).doesNotExist();
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
