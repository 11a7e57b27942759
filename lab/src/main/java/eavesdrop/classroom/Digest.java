package eavesdrop.classroom;

import eavesdrop.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// SHA-256, printed as 64 hexadecimal digits.
final class Digest {
    private final MessageDigest sha256 = Sha256.begin();

    static String of(byte[] bytes) {
        return new Digest().add(bytes, bytes.length).hex();
    }

    Digest add(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        return this;
    }

    /// Adds a text so that no two lists of texts give the same bytes: its length goes before it.
    Digest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String length = bytes.length + ":";
        return add(length.getBytes(StandardCharsets.US_ASCII), length.length()).add(bytes, bytes.length);
    }

    /// Ends the digest; nothing may be added after it.
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
