package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;

/// The key stores of a lab (PKCS #12), read and written. Students may have made some of them.
final class KeyStores {
    static final String TYPE = "PKCS12";
    /// Of every store of the lab. It stands in the exercises: it keeps nothing secret.
    static final String PASSWORD = "eavesdrop";

    private static final char[] LETTERS = PASSWORD.toCharArray();

    private KeyStores() {}

    /// What a store is to hold.
    @FunctionalInterface
    interface Content {
        void into(KeyStore store) throws GeneralSecurityException;
    }

    /// @throws LabException when the store cannot be opened, or holds no such entry: a student may have chosen another
    ///     password, or another name
    static Certificate certificate(Path file, String alias) {
        try {
            Certificate certificate = open(file).getCertificate(alias);
            if (certificate != null) {
                return certificate;
            }
        } catch (IOException | GeneralSecurityException unusable) {
            throw LabException.file(
                    "The key store " + file + " cannot be opened: " + unusable.getMessage() + ".", remedy(alias));
        }
        throw LabException.file("The key store " + file + " has no entry '" + alias + "'.", remedy(alias));
    }

    private static String remedy(String alias) {
        return "Make it as worksheet 4 shows: alias " + alias
                + ", password eavesdrop. Or delete it: the kit makes one.";
    }

    /// Makes a new store with a pair of keys from another one, its certificate, and the authority that signed it.
    static void copyPair(Path from, String alias, Path to) throws IOException {
        try {
            KeyStore source = open(from);
            Certificate[] chain = source.getCertificateChain(alias);
            Key key = source.getKey(alias, LETTERS);
            write(to, store -> {
                store.setKeyEntry(alias, key, LETTERS, chain);
                store.setCertificateEntry("ca", chain[chain.length - 1]);
            });
        } catch (GeneralSecurityException unusable) {
            throw new IOException(unusable.getMessage(), unusable);
        }
    }

    /// Makes a new store.
    static void write(Path file, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, LETTERS);
            content.into(store);
            store.store(out, LETTERS);
        } catch (GeneralSecurityException unusable) {
            throw new IOException(unusable.getMessage(), unusable);
        }
    }

    private static KeyStore open(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), LETTERS);
    }
}
