package eavesdrop.exercises.wire;

import eavesdrop.topology.Keytool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
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
    private static final List<String> THIRTY_DAYS = List.of("-validity", "30");

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
    /// @param validity arguments for keytool that say how long it is valid; none: thirty days
    public Path signedBy(String authority, String label, String name, String... validity)
            throws IOException, GeneralSecurityException {
        return signed(authority, label, name, List.of(name), validity.length == 0 ? THIRTY_DAYS : List.of(validity));
    }

    /// As `signedBy`, but the subject of the certificate has another name than the hosts that it is for.
    ///
    /// @param subject the common name, in which the host's name stood before there was an extension for it
    /// @param hosts as they stand in that extension (subjectAltName)
    public Path named(String authority, String subject, String... hosts) throws IOException, GeneralSecurityException {
        return signed(authority, String.join("-", hosts), subject, List.of(hosts), THIRTY_DAYS);
    }

    private Path signed(String authority, String label, String subject, List<String> hosts, List<String> validity)
            throws IOException, GeneralSecurityException {
        Path store = folder.resolve(subject)
                .resolve("by-" + authority)
                .resolve(label)
                .resolve("server.p12");
        if (!Files.exists(store)) {
            Files.createDirectories(store.getParent());
            String alias = label + "-" + subject;
            List<String> arguments = new ArrayList<>(List.of("-signer", "ca", "-dname", "CN=" + subject));
            arguments.addAll(List.of("-ext", "san=dns:" + String.join(",dns:", hosts)));
            arguments.addAll(validity);
            generate(authority(authority), alias, arguments);
            KeyStore from = KeyStore.getInstance(authority(authority).toFile(), PASSWORD);
            writeServer("PKCS12", store, from.getKey(alias, PASSWORD), from.getCertificateChain(alias));
        }
        return handedOut(store);
    }

    /// A server's folder in which the authority's certificate in the chain is another authority's, of the same name.
    ///
    /// @param real names the authority whose certificate, which everybody may have, Mallory puts there
    public Path behind(String real, Path serverKeys) throws IOException, GeneralSecurityException {
        KeyStore server = KeyStore.getInstance(serverKeys.resolve("server.p12").toFile(), PASSWORD);
        KeyStore authority = KeyStore.getInstance(authority(real).toFile(), PASSWORD);
        Certificate[] chain = {server.getCertificate(ENTRY), authority.getCertificate("ca")};
        Path store = serverKeys.resolve("behind-" + real).resolve("server.p12");
        Files.createDirectories(store.getParent());
        // A key store of the kind PKCS12 puts a chain together anew, and leaves out what has not signed; a JKS does
        // not.
        writeServer("JKS", store, server.getKey(ENTRY, PASSWORD), chain);
        return store.getParent();
    }

    private static void writeServer(String kind, Path store, Key key, Certificate... chain)
            throws IOException, GeneralSecurityException {
        KeyStore to = KeyStore.getInstance(kind);
        to.load(null, PASSWORD);
        to.setKeyEntry(ENTRY, key, PASSWORD, chain);
        write(to, store);
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

    /// @param name of the authority; what follows a `/` tells apart two of the same name
    private Path authority(String name) {
        Path store = folder.resolve(name.replace('/', '-') + ".p12");
        if (!Files.exists(store)) {
            generate(store, "ca", List.of("-dname", "CN=" + name.split("/")[0], "-ext", "bc:c", "-validity", "365"));
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
