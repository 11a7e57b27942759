package eavesdrop;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 (FIPS 180-4). Every Java platform has it: `java.security.MessageDigest` demands it.
public final class Sha256 {
    private Sha256() {}

    /// A digest to which nothing was added yet.
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /// The digest of these bytes: 32 bytes.
    public static byte[] of(byte[] bytes) {
        return begin().digest(bytes);
    }
}
