package eavesdrop.exercises.lab6;

import java.nio.ByteBuffer;
import java.util.Base64;
import javax.crypto.spec.IvParameterSpec;

/// Given: a letter as it crosses the wire, one word of base64url (RFC 4648, section 5) without padding.
///
/// ```text
/// byte  0        1 … 8                    9 …
///       version  counter, big-endian      what the AEAD gave: ciphertext, then the tag of 16 bytes
/// ```
///
/// @param counter how many letters were written before this one, in this direction and under this key
/// @param sealed ciphertext and tag
record Letter(long counter, byte[] sealed) {
    static final byte VERSION = 1;
    static final int TAG_BYTES = 16;
    private static final int HEAD_BYTES = 1 + Long.BYTES;

    /// The nonce of the letter with this counter: 96 bits (RFC 8439, section 2.3), of which the last 64 are the
    /// counter.
    static IvParameterSpec nonce(long counter) {
        return new IvParameterSpec(
                ByteBuffer.allocate(12).putInt(0).putLong(counter).array());
    }

    String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + sealed.length);
        bytes.put(VERSION).putLong(counter).put(sealed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws BadLetter when this is not written as a letter is
    static Letter decode(String box) throws BadLetter {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(box));
        if (bytes.remaining() < HEAD_BYTES + TAG_BYTES || bytes.get() != VERSION) {
            throw new BadLetter(BadLetter.Reason.NO_LETTER);
        }
        long counter = bytes.getLong();
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        Letter letter = new Letter(counter, sealed);
        // Base64 can write the same bytes in more than one way. Only one of them is a letter.
        if (!letter.encode().equals(box)) {
            throw new BadLetter(BadLetter.Reason.NO_LETTER);
        }
        return letter;
    }

    private static byte[] decoded(String box) throws BadLetter {
        try {
            return Base64.getUrlDecoder().decode(box);
        } catch (IllegalArgumentException noBase64) {
            throw new BadLetter(BadLetter.Reason.NO_LETTER);
        }
    }
}
