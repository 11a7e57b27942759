package eavesdrop.exercises.lab5;

import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import eavesdrop.exercises.lab4.TlsTransport;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// Verifies as `VerifiedTransport` does, and also knows the server's public key beforehand: an authority that errs, or
/// was broken into, is then not enough to deceive the client. The idea is that of RFC 7469.
public final class PinnedTransport implements Transport {
    private final Path keys;

    /// @param keys the folder of this side; the client's holds `trust.p12` and `pins.txt`
    public PinnedTransport(Path keys) {
        this.keys = keys;
    }

    /// The pins that this client accepts, one in a line: the key in use, and the one that will follow it.
    private List<String> pins() throws IOException {
        return Files.readAllLines(keys.resolve("pins.txt")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// The pin of a certificate: SHA-256 of its public key (SubjectPublicKeyInfo), in base64. RFC 7469, section 2.4.
    static String pinOf(Certificate certificate) {
        byte[] publicKey = certificate.getPublicKey().getEncoded();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public Channel toServer(Socket connected, String host) throws IOException {
        try {
            return Channel.of(connect(connected, host));
        } catch (SSLException refused) {
            throw Refusal.of(host, refused);
        }
    }

    /// @throws SSLException when the server cannot prove that it is `host`, or its public key is not pinned
    private SSLSocket connect(Socket connected, String host) throws IOException {
        SSLSocket socket = new VerifiedTransport(keys).connect(connected, host);
        String pin = pinOf(socket.getSession().getPeerCertificates()[0]);
        if (!pins().isEmpty() && !pins().contains(pin)) {
            socket.close();
            throw new SSLException("its public key has the pin " + pin + ", which is not in pins.txt");
        }
        return socket;
    }

    /// The server's end is that of lab 4.
    @Override
    public Channel toClient(Socket accepted) throws IOException {
        return new TlsTransport(keys).toClient(accepted);
    }
}
