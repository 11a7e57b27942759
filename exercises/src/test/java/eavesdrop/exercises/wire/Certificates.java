package eavesdrop.exercises.wire;

import eavesdrop.topology.Keytool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Keys and certificates for one test class, made by keytool in a folder of its own. Each is made when it is first
/// asked for.
public final class Certificates {
    private static final char[] PASSWORD = "eavesdrop".toCharArray();
    private static final String ENTRY = "server";

    private final Path folder;

    /// @param folder an empty one
    public Certificates(Path folder) {
        this.folder = folder;
    }

    /// A folder with `server.p12`: a key, and a certificate that its owner signed himself.
    ///
    /// @param label names the folder
    /// @param name the host name that the certificate is for
    public Path selfSigned(String label, String name) throws IOException {
        Path store = folder.resolve(label).resolve("server.p12");
        if (!Files.exists(store)) {
            Files.createDirectories(store.getParent());
            generate(store, ENTRY, List.of("-dname", "CN=" + name, "-ext", "san=dns:" + name, "-validity", "30"));
        }
        return store.getParent();
    }

    /// A folder with `server.p12`: a key, and its certificate signed by an authority.
    ///
    /// @param more arguments for keytool; where they do not say how long it is valid: thirty days
    public Path signedBy(String authority, String label, String name, String... more)
            throws IOException, GeneralSecurityException {
        Path store = folder.resolve(label).resolve("server.p12");
        if (!Files.exists(store)) {
            Files.createDirectories(store.getParent());
            List<String> arguments = new ArrayList<>(List.of("-signer", "ca", "-dname", "CN=" + name));
            arguments.addAll(List.of("-ext", "san=dns:" + name));
            arguments.addAll(more.length == 0 ? List.of("-validity", "30") : List.of(more));
            generate(authority(authority), label, arguments);
            KeyStore from = KeyStore.getInstance(authority(authority).toFile(), PASSWORD);
            KeyStore to = KeyStore.getInstance("PKCS12");
            to.load(null, PASSWORD);
            to.setKeyEntry(ENTRY, from.getKey(label, PASSWORD), PASSWORD, from.getCertificateChain(label));
            write(to, store);
        }
        return store.getParent();
    }

    /// A folder with `trust.p12`: those authorities, and nobody else.
    public Path trusting(String... authorities) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("trusts-" + String.join("-", authorities)).resolve("trust.p12");
        if (!Files.exists(store)) {
            Files.createDirectories(store.getParent());
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, PASSWORD);
            for (String authority : authorities) {
                KeyStore from = KeyStore.getInstance(authority(authority).toFile(), PASSWORD);
                trust.setCertificateEntry(authority, from.getCertificate("ca"));
            }
            write(trust, store);
        }
        return store.getParent();
    }

    /// The certificate that the server of such a folder shows.
    public static X509Certificate of(Path serverKeys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(serverKeys.resolve("server.p12").toFile(), PASSWORD);
        Certificate certificate = store.getCertificate(ENTRY);
        return (X509Certificate) certificate;
    }

    private Path authority(String name) {
        Path store = folder.resolve(name + ".p12");
        if (!Files.exists(store)) {
            generate(store, "ca", List.of("-dname", "CN=" + name, "-ext", "bc:c", "-validity", "365"));
        }
        return store;
    }

    private void generate(Path store, String alias, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC"));
        arguments.addAll(List.of("-groupname", "secp256r1", "-storetype", "PKCS12"));
        arguments.addAll(List.of("-keystore", store.toString(), "-storepass", String.valueOf(PASSWORD)));
        arguments.addAll(more);
        Keytool.run(folder, arguments);
    }

    private static void write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }
}
