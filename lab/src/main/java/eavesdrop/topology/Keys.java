package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/// The keys of a lab with TLS: an authority of the lab's own (CA), a certificate of the server signed by it, and what
/// the clients trust. Students make them by hand with keytool; this makes what is missing.
///
/// The server is called `chat-server` in its certificate: an underscore is no part of a host name (RFC 952, RFC 1123
/// section 2.1), and keytool refuses it. The password of every store is `eavesdrop`; these keys protect nothing but a
/// lesson.
public final class Keys {
    private static final String NAMES = "san=dns:chat-server,dns:localhost,ip:127.0.0.1";
    private static final List<String> NEW_PAIR =
            List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "365");

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    /// Leaves alone what is there already.
    ///
    /// @param folder afterwards holds a folder of keys for each party: `server/server.p12`, `client/trust.p12`,
    ///     `client/pins.txt`, `mallory/server.p12`, and `mallory-signed/server.p12` where the authority is at hand
    /// @param progress hears what is made
    public static void makeMissing(Path folder, Consumer<String> progress) {
        Keys keys = new Keys(folder);
        if (!Files.exists(folder.resolve("server/server.p12"))) {
            progress.accept("Making the keys of the lab in " + folder + ": an authority, the server's certificate …");
            keys.make();
        }
        if (!Files.exists(folder.resolve("mallory/server.p12"))) {
            progress.accept("Making a key for Mallory, and a certificate that says she is the server …");
            keys.forge();
        }
        if (!Files.exists(folder.resolve("client/pins.txt"))) {
            keys.pin();
        }
        if (!Files.exists(folder.resolve("mallory-signed/server.p12")) && Files.exists(folder.resolve("ca/ca.p12"))) {
            progress.accept("Making a certificate for Mallory that the authority signs by mistake …");
            keys.err();
        }
    }

    /// What the client knows of the server beforehand: SHA-256 of its public key in base64 (RFC 7469 section 2.4).
    private void pin() {
        try {
            Path store = folder.resolve("server/server.p12");
            Certificate own = KeyStore.getInstance(store.toFile(), "eavesdrop".toCharArray())
                    .getCertificate("server");
            if (own == null) {
                throw LabException.file(
                        "The key store " + store + " has no entry 'server'.", "Make it as worksheet 4 shows.");
            }
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(own.getPublicKey().getEncoded());
            Path client = Files.createDirectories(folder.resolve("client"));
            Files.writeString(client.resolve("pins.txt"), Base64.getEncoder().encodeToString(digest) + "\n");
        } catch (IOException refused) {
            throw unwritable(refused);
        } catch (GeneralSecurityException damaged) {
            throw LabException.file(
                    "The server's key store cannot be used: " + damaged.getMessage(),
                    "Delete the folder " + folder.resolve("server") + ", then start again.");
        }
    }

    /// The authority signs the server's name for somebody who is not the server.
    private void err() {
        try {
            Path mallory = Files.createDirectories(folder.resolve("mallory-signed"));
            Path whole = mallory.resolve("server.p12.part");
            Files.deleteIfExists(whole);
            certificate(whole, folder.resolve("ca"));
            Files.move(whole, mallory.resolve("server.p12"));
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    /// All that the server's certificate says, signed by nobody but herself. Anyone can make one.
    private void forge() {
        try {
            Path mallory = Files.createDirectories(folder.resolve("mallory"));
            Path whole = mallory.resolve("server.p12.part");
            Files.deleteIfExists(whole);
            keytool(whole, "server", NEW_PAIR, "-dname", "CN=chat-server", "-ext", NAMES, "-ext", "eku=serverAuth");
            Files.move(whole, mallory.resolve("server.p12"));
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    private LabException unwritable(IOException refused) {
        return LabException.machine(
                "The keys cannot be written: " + refused.getMessage(), "May you write to " + folder + "?");
    }

    private void make() {
        try {
            Path ca = Files.createDirectories(folder.resolve("ca"));
            Path server = Files.createDirectories(folder.resolve("server"));
            Path client = Files.createDirectories(folder.resolve("client"));
            // What belonged to an earlier authority or key would only be refused.
            for (Path old : List.of(
                    ca.resolve("ca.p12"),
                    client.resolve("trust.p12"),
                    client.resolve("pins.txt"),
                    folder.resolve("mallory-signed/server.p12"))) {
                Files.deleteIfExists(old);
            }
            authority(ca.resolve("ca.p12"), ca);
            // Last of all its own name: a store that is there is whole.
            Path whole = server.resolve("server.p12.part");
            Files.deleteIfExists(whole);
            certificate(whole, ca);
            trust(client.resolve("trust.p12"), ca);
            Files.move(whole, server.resolve("server.p12"));
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    private void authority(Path store, Path ca) {
        keytool(store, "ca", NEW_PAIR, "-dname", "CN=Authority of the lab", "-ext", "bc:c=ca:true,pathlen:0");
        keytool(
                store,
                "ca",
                List.of("-exportcert"),
                "-file",
                ca.resolve("ca.crt").toString());
    }

    private void certificate(Path store, Path ca) {
        String request = ca.resolve("server.csr").toString();
        String signed = ca.resolve("server.crt").toString();
        keytool(store, "server", NEW_PAIR, "-dname", "CN=chat-server", "-ext", NAMES);
        keytool(store, "server", List.of("-certreq"), "-file", request);
        keytool(
                ca.resolve("ca.p12"),
                "ca",
                List.of("-gencert", "-validity", "365"),
                "-infile",
                request,
                "-outfile",
                signed,
                "-ext",
                NAMES,
                "-ext",
                "eku=serverAuth");
        trust(store, ca);
        keytool(store, "server", List.of("-importcert"), "-file", signed);
    }

    private void trust(Path store, Path ca) {
        String authority = ca.resolve("ca.crt").toString();
        keytool(store, "ca", List.of("-importcert", "-noprompt"), "-file", authority);
    }

    private void keytool(Path store, String alias, List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(
                "-alias", alias, "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "eavesdrop"));
        arguments.addAll(List.of(more));
        Keytool.run(folder, arguments);
    }
}
