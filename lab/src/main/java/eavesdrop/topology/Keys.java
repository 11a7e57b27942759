package eavesdrop.topology;

import eavesdrop.LabException;
import eavesdrop.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private static final String DNAME = "CN=chat-server";
    private static final String NAMES = "san=dns:chat-server,dns:localhost,ip:127.0.0.1";
    private static final String USE = "eku=serverAuth";
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
        Path authority = folder.resolve("ca/ca.p12");
        if (!Files.exists(folder.resolve("server/server.p12"))) {
            progress.accept("Making the keys of the lab in " + folder + ": an authority, the server's certificate …");
            keys.make();
        }
        if (!Files.exists(folder.resolve("client/pins.txt"))) {
            keys.pin();
        }
        if (!Files.exists(folder.resolve("mallory/server.p12"))) {
            progress.accept("Making a key for Mallory, and a certificate that says she is the server …");
            keys.makeServer("mallory", keys::signItself);
        }
        if (Files.exists(authority) && isOlder(folder.resolve("mallory-signed/server.p12"), authority)) {
            progress.accept("Making a certificate for Mallory that the authority signs by mistake …");
            keys.makeServer("mallory-signed", store -> keys.certificate(store, "mallory-signed"));
        }
    }

    /// A file that is not there is older than any.
    private static boolean isOlder(Path file, Path other) {
        try {
            return !Files.exists(file)
                    || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) < 0;
        } catch (IOException gone) {
            return true;
        }
    }

    /// What the client knows of the server beforehand: SHA-256 of its public key in base64 (RFC 7469 section 2.4).
    private void pin() {
        byte[] key = KeyStores.certificate(folder.resolve("server/server.p12"), "server")
                .getPublicKey()
                .getEncoded();
        try {
            byte[] digest = Sha256.of(key);
            Path client = Files.createDirectories(folder.resolve("client"));
            Files.writeString(client.resolve("pins.txt"), Base64.getEncoder().encodeToString(digest) + "\n");
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    /// Makes a store that takes the server's place. Its own name comes last: a store that is there is whole.
    private void makeServer(String party, Consumer<Path> maker) {
        try {
            Path own = Files.createDirectories(folder.resolve(party));
            Path whole = own.resolve("server.p12.part");
            Files.deleteIfExists(whole);
            maker.accept(whole);
            Files.move(whole, own.resolve("server.p12"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    /// All that the server's certificate says, signed by nobody but its owner. Anyone can make one.
    private void signItself(Path store) {
        keytool(store, "server", NEW_PAIR, "-dname", DNAME, "-ext", NAMES, "-ext", USE);
    }

    private LabException unwritable(IOException refused) {
        return LabException.machine(
                "The keys cannot be written to " + folder + ": " + refused.getMessage(), LabException.MAY_WRITE);
    }

    private void make() {
        try {
            Path ca = Files.createDirectories(folder.resolve("ca"));
            Path client = Files.createDirectories(folder.resolve("client"));
            Path authority = ca.resolve("ca.p12");
            // What belonged to an earlier authority or key would only be refused.
            for (Path old : List.of(authority, client.resolve("trust.p12"), client.resolve("pins.txt"))) {
                Files.deleteIfExists(old);
            }
            keytool(authority, "ca", NEW_PAIR, "-dname", "CN=Authority of the lab", "-ext", "bc:c=ca:true,pathlen:0");
            trust(client.resolve("trust.p12"), KeyStores.certificate(authority, "ca"));
            makeServer("server", store -> certificate(store, "server"));
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    private void trust(Path store, Certificate authority) throws IOException {
        KeyStores.write(store, trusted -> trusted.setCertificateEntry("ca", authority));
    }

    /// keytool signs with a key of the same store. So the new pair is made in a copy of the authority's store, beside
    /// it, and only that pair leaves it.
    ///
    /// @param party names the copy
    private void certificate(Path store, String party) {
        Path authority = folder.resolve("ca/ca.p12");
        Path both = folder.resolve("ca").resolve(party + ".p12.part");
        // A student may have made it: what is wrong with it is said before keytool says it in its way.
        KeyStores.certificate(authority, "ca");
        try {
            Files.copy(authority, both, StandardCopyOption.REPLACE_EXISTING);
            try {
                keytool(both, "server", NEW_PAIR, "-signer", "ca", "-dname", DNAME, "-ext", NAMES, "-ext", USE);
                KeyStores.copyPair(both, "server", store);
            } finally {
                Files.delete(both);
            }
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    private void keytool(Path store, String alias, List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(
                "-alias",
                alias,
                "-keystore",
                store.toString(),
                "-storetype",
                KeyStores.TYPE,
                "-storepass",
                KeyStores.PASSWORD));
        arguments.addAll(List.of(more));
        Keytool.run(folder, arguments);
    }
}
