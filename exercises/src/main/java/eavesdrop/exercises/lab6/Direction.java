package eavesdrop.exercises.lab6;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Given: one of the two ways of a conversation, and how it is written down as bytes.
///
/// Each part ends with a byte 0, which no name and no blob holds. So two directions that differ never give
/// the same bytes.
///
/// @param from who writes on this way
/// @param to who reads
record Direction(Party from, Party to) {
    private static final String LAB = "eavesdrop lab 6";

    /// What the key of this direction is for: the input `info` of HKDF (RFC 5869, section 3.2). Both names
    /// and both public keys stand in it.
    byte[] info() {
        return joined(LAB, from.name(), to.name(), from.blob(), to.blob());
    }

    /// What holds for the letter with this counter and is not secret: the associated data of the AEAD (RFC
    /// 8439, section 2.8): version, sender, receiver, counter.
    byte[] associatedData(long counter) {
        byte[] people = joined(from.name(), to.name());
        return ByteBuffer.allocate(1 + people.length + Long.BYTES)
                .put(Letter.VERSION)
                .put(people)
                .putLong(counter)
                .array();
    }

    private static byte[] joined(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : parts) {
            bytes.writeBytes(part.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return bytes.toByteArray();
    }
}
