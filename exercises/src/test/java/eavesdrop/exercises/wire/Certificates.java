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
    /// A property of the JVM that names a folder. Who runs the same tests many times sets it: each key is made there
    /// once, as keytool is slow to start, and each test class gets its copy.
    public static final String SHARED = "eavesdrop.certificates";

    private static final char[] PASSWORD = "eavesdrop".toCharArray();
    private static final String ENTRY = "server";

    /// Where they are made.
    private final Path folder;

    private final Path copies;

    /// @param folder an empty one, of this test class alone
    public Certificates(Path folder) {
        this.folder = Path.of(System.getProperty(SHARED, folder.toString()));
        this.copies = folder;
    }

    /// A folder with `server.p12`: a key, and a certificate that its owner signed himself.
    ///
    /// @param label names the folder
    /// @param name the host name that the certificate is for
    public Path selfSigned(String label, String name) throws IOException {
        Path store = folder.resolve(name).resolve(label).resolve("server.p12");
        if (!Files.exists(store)) {
            Files.createDirectories(store.getParent());
            generate(store, ENTRY, List.of("-dname", "CN=" + name, "-ext", "san=dns:" + name, "-validity", "30"));
        }
        return handedOut(store);
    }

    /// A folder with `server.p12`: a key, and its certificate signed by an authority.
    ///
    /// @param label names the folder; another label for every difference in `more`
    /// @param more arguments for keytool; where they do not say how long it is valid: thirty days
    public Path signedBy(String authority, String label, String name, String... more)
            throws IOException, GeneralSecurityException {
        Path store =
                folder.resolve(name).resolve("by-" + authority).resolve(label).resolve("server.p12");
        if (!Files.exists(store)) {
            Files.createDirectories(store.getParent());
            String alias = label + "-" + name;
            List<String> arguments = new ArrayList<>(List.of("-signer", "ca", "-dname", "CN=" + name));
            arguments.addAll(List.of("-ext", "san=dns:" + name));
            arguments.addAll(more.length == 0 ? List.of("-validity", "30") : List.of(more));
            generate(authority(authority), alias, arguments);
            KeyStore from = KeyStore.getInstance(authority(authority).toFile(), PASSWORD);
            KeyStore to = KeyStore.getInstance("PKCS12");
            to.load(null, PASSWORD);
            to.setKeyEntry(ENTRY, from.getKey(alias, PASSWORD), PASSWORD, from.getCertificateChain(alias));
            write(to, store);
        }
        return handedOut(store);
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
        return handedOut(store);
    }

    /// The folder of the test class's own copy, which it may spoil.
    private Path handedOut(Path store) throws IOException {
        Path copy = copies.resolve(folder.relativize(store));
        if (!Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            Files.copy(store, copy);
        }
        return copy.getParent();
    }

    /// The certificate that the server of such a folder shows.
    public static X509Certificate of(Path serverKeys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(serverKeys.resolve("server.p12").toFile(), PASSWORD);
        Certificate certificate = store.getCertificate(ENTRY);
        return (X509Certificate) certificate;
    }

    /// The certificate of the authority that signed it.
    public static X509Certificate authorityOf(Path serverKeys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(serverKeys.resolve("server.p12").toFile(), PASSWORD);
        Certificate[] chain = store.getCertificateChain(ENTRY);
        return (X509Certificate) chain[1];
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
