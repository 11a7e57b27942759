package eavesdrop.exercises.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Keys and certificates (RFC 5280) for one test, in key stores in a folder. The same name is always the same
/// authority.
public final class Certificates {
    /// When a certificate may be used.
    public record Validity(Instant from, Instant to) {
        static Validity thirtyDays() {
            return startingIn(Duration.ZERO, Duration.ofDays(30));
        }

        /// @param start from now; negative: in the past
        public static Validity startingIn(Duration start, Duration length) {
            Instant from = Instant.now().plus(start);
            return new Validity(from, from.plus(length));
        }
    }

    private record Authority(KeyPair keys, X509Certificate certificate) {}

    private static final char[] PASSWORD = "eavesdrop".toCharArray();
    private static final String ENTRY = "server";
    private static final String FILE = "server.p12";
    private static final int SERIAL_BITS = 64;

    static {
        // Keys of a test need no protection from guessers, which costs 10,000 rounds of a hash each time that a
        // store is read or written. These properties are documented in the JDK's file java.security.
        for (String count : List.of("keyPbeIterationCount", "certPbeIterationCount", "macIterationCount")) {
            System.setProperty("keystore.pkcs12." + count, "1");
        }
    }

    private final Path folder;
    private final Map<String, Authority> authorities = new HashMap<>();

    /// @param folder where the key stores are written; those of an earlier test are replaced
    public Certificates(Path folder) {
        this.folder = folder;
    }

    /// A folder with `server.p12`: a key, and a certificate that its owner signed himself.
    ///
    /// @param label names the folder
    /// @param name the host name that the certificate is for
    public Path selfSigned(String label, String name) throws IOException, GeneralSecurityException {
        KeyPair own = keys();
        X500Principal subject = subject(name);
        X509v3CertificateBuilder certificate = builder(subject, own, subject, own, Validity.thirtyDays());
        certificate.addExtension(Extension.subjectAlternativeName, false, hosts(List.of(name)));
        Path store = folder.resolve(name).resolve(label).resolve(FILE);
        writeServer("PKCS12", store, own.getPrivate(), signed(certificate, own));
        return store.getParent();
    }

    /// A folder with `server.p12`: a key, and its certificate signed by an authority.
    ///
    /// @param label names the folder
    public Path signedBy(String authority, String label, String name) throws IOException, GeneralSecurityException {
        return signedBy(authority, label, name, Validity.thirtyDays());
    }

    /// As above, but valid at another time.
    public Path signedBy(String authority, String label, String name, Validity validity)
            throws IOException, GeneralSecurityException {
        return signed(authority, label, name, List.of(name), validity);
    }

    /// As `signedBy`, but the subject of the certificate has another name than the hosts that it is for.
    ///
    /// @param subject the common name, in which the host's name stood before there was an extension for it
    /// @param hosts as they stand in that extension (subjectAltName)
    public Path named(String authority, String subject, String... hosts) throws IOException, GeneralSecurityException {
        return signed(authority, String.join("-", hosts), subject, List.of(hosts), Validity.thirtyDays());
    }

    private Path signed(String authority, String label, String subject, List<String> hosts, Validity validity)
            throws IOException, GeneralSecurityException {
        Authority issuer = authority(authority);
        KeyPair own = keys();
        X509v3CertificateBuilder certificate =
                builder(subject(subject), own, issuer.certificate().getSubjectX500Principal(), issuer.keys(), validity);
        certificate.addExtension(Extension.subjectAlternativeName, false, hosts(hosts));
        Path store = folder.resolve(subject)
                .resolve("by-" + file(authority))
                .resolve(label)
                .resolve(FILE);
        writeServer("PKCS12", store, own.getPrivate(), signed(certificate, issuer.keys()), issuer.certificate());
        return store.getParent();
    }

    /// A server's folder in which the authority's certificate in the chain is another authority's, of the same name.
    ///
    /// @param real names the authority whose certificate, which everybody may have, Mallory puts there
    public Path behind(String real, Path serverKeys) throws IOException, GeneralSecurityException {
        KeyStore server = KeyStore.getInstance(serverKeys.resolve(FILE).toFile(), PASSWORD);
        Certificate[] chain = {server.getCertificate(ENTRY), authority(real).certificate()};
        Path store = serverKeys.resolve("behind-" + file(real)).resolve(FILE);
        // A key store of the kind PKCS12 puts a chain together anew, and leaves out what has not signed; a JKS does
        // not.
        writeServer("JKS", store, (PrivateKey) server.getKey(ENTRY, PASSWORD), chain);
        return store.getParent();
    }

    /// A folder with `trust.p12`: those authorities, and nobody else.
    public Path trusting(String... names) throws IOException, GeneralSecurityException {
        KeyStore trust = empty("PKCS12");
        for (String name : names) {
            trust.setCertificateEntry(name, authority(name).certificate());
        }
        Path store = folder.resolve("trusts-" + String.join("-", names)).resolve("trust.p12");
        write(trust, store);
        return store.getParent();
    }

    /// The certificate that the server of such a folder shows.
    public static X509Certificate of(Path serverKeys) throws IOException, GeneralSecurityException {
        return inChain(serverKeys, 0);
    }

    /// The certificate of the authority that signed it.
    public static X509Certificate authorityOf(Path serverKeys) throws IOException, GeneralSecurityException {
        return inChain(serverKeys, 1);
    }

    private static X509Certificate inChain(Path serverKeys, int place) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(serverKeys.resolve(FILE).toFile(), PASSWORD);
        Certificate certificate = store.getCertificateChain(ENTRY)[place];
        return (X509Certificate) certificate;
    }

    /// @param name of the authority; what follows a `/` tells apart two of the same name
    private Authority authority(String name) throws IOException, GeneralSecurityException {
        Authority known = authorities.get(name);
        if (known != null) {
            return known;
        }
        KeyPair own = keys();
        X500Principal subject = subject(name.split("/")[0]);
        X509v3CertificateBuilder certificate = builder(subject, own, subject, own, Validity.thirtyDays());
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        Authority made = new Authority(own, signed(certificate, own));
        authorities.put(name, made);
        return made;
    }

    private static X509v3CertificateBuilder builder(
            X500Principal subject, KeyPair own, X500Principal issuer, KeyPair issuers, Validity validity)
            throws IOException, GeneralSecurityException {
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(validity.from()),
                Date.from(validity.to()),
                subject,
                own.getPublic());
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        certificate.addExtension(
                Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(own.getPublic()));
        certificate.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuers.getPublic()));
        return certificate;
    }

    private static X509Certificate signed(X509v3CertificateBuilder certificate, KeyPair issuers)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(issuers.getPrivate())));
        } catch (OperatorException refused) {
            throw new GeneralSecurityException(refused);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X500Principal subject(String commonName) {
        return new X500Principal("CN=" + commonName);
    }

    private static GeneralNames hosts(List<String> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static String file(String authority) {
        return authority.replace('/', '-');
    }

    private static void writeServer(String kind, Path file, PrivateKey key, Certificate... chain)
            throws IOException, GeneralSecurityException {
        KeyStore store = empty(kind);
        store.setKeyEntry(ENTRY, key, PASSWORD, chain);
        write(store, file);
    }

    private static KeyStore empty(String kind) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(kind);
        store.load(null, PASSWORD);
        return store;
    }

    private static void write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }
}
