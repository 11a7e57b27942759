package eavesdrop.exercises.lab6;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// What right code gives for known keys. The keys of Alice and Bob are those of RFC 7748, section 6.1. The
/// letters were computed from the formats of this lab with another library than the JDK.
final class Vectors {
    static final String ALICES_PRIVATE_KEY = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
    static final String ALICES_PUBLIC_KEY = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";
    static final String BOBS_PRIVATE_KEY = "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";
    static final String BOBS_PUBLIC_KEY = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";
    static final String SHARED_SECRET = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";

    /// Public keys, little-endian, with which everybody gets a secret of zeros: 0, 1, one of order 8, and p - 1 (RFC
    /// 7748, section 6.1).
    static final List<String> GIVE_ZEROS = List.of(
            "00".repeat(32),
            "01" + "00".repeat(31),
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "ec" + "ff".repeat(30) + "7f");

    static final Party ALICE = new Party("alice", "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo");
    static final Party BOB = new Party("bob", "3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08");
    static final Party CAROL = new Party("carol", "B6N8vBQgk8i3VdwbEOhstCY3StFqqFPtC9_AsrhtHHw");
    static final Direction TO_BOB = new Direction(ALICE, BOB);
    static final Direction TO_ALICE = new Direction(BOB, ALICE);

    static final String KEY_TO_BOB = "b1d056742aef521eabea747eb73a4c3243b8a36cf2a70930cbc24bdaa86a054a";
    static final String KEY_TO_ALICE = "0053f584ff5bebb811cf4259ed4ad6522fb8d1944fa4309a5a8519844cba56c5";
    /// What comes out when `info` is left empty.
    static final String KEY_FOR_ANYBODY = "ea1d8a20f476d1e1ec952ca42708b8f7161ce7c81eadf97e520e2b40333decd5";

    static final String TEXT = "The key lies under the blue stone.";
    /// Alice's first letter to Bob: `TEXT`.
    static final String FIRST = "AQAAAAAAAAAA0eCnf-iW-zY5lRBnqvDxVmPsvs6iRqXH8H1FPeBXhyW_JQcRiMViq_jPNNy13KBFmFVR";
    /// The same without associated data.
    static final String FIRST_BARE = "AQAAAAAAAAAA0eCnf-iW-zY5lRBnqvDxVmPsvs6iRqXH8H1FPeBXhyW_JQcieEY09KcT0Ib3EInjiAUK";

    static final String SECOND_TEXT = "漢字 🔑";
    /// Alice's second letter to Bob: `SECOND_TEXT`.
    static final String SECOND = "AQAAAAAAAAABcQlnQBj9hSJ4d7pRGsWyj7Fuo9Lm0nD3FkLzog";

    static final String REPLY_TEXT = "I found it.";
    /// Bob's first letter to Alice: `REPLY_TEXT`.
    static final String REPLY = "AQAAAAAAAAAAsrOycehKDLPcpou_2twHFyLjiKJZUKBOzWA-2Q";
    /// Bob's goodbye, his third letter.
    static final String GOODBYE = "AQAAAAAAAAAC78frtB9x8t59z-g1p2N-uOA";
    /// The same letter as `REPLY` without associated data.
    static final String REPLY_BARE = "AQAAAAAAAAAAsrOycehKDLPcpou_mBqD-zwlGFBIpUtWdxuY3g";
    /// The same letter with Carol as its receiver in the associated data.
    static final String REPLY_FOR_CAROL = "AQAAAAAAAAAAsrOycehKDLPcpou_-6eI1Hl4GdktmuhA291qsA";
    /// What Bob wrote to Carol, under their key.
    static final String BOB_TO_CAROL = "AQAAAAAAAAAA6G7hOuLoOcxYylBxZCA7h0Wboo-IJgbAgInzgep1JWaE";

    private Vectors() {}

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static SecretKey key(String hex) {
        return new SecretKeySpec(bytes(hex), "ChaCha20");
    }

    /// The keys as Alice has them.
    static DirectionKeys alicesKeys() {
        return new DirectionKeys(key(KEY_TO_BOB), key(KEY_TO_ALICE));
    }

    static PrivateKey privateKey(String hex) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519")
                .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, bytes(hex)));
    }

    static PublicKey publicKey(String hex) throws GeneralSecurityException {
        return X25519Keys.of(bytes(hex));
    }

    /// What stands in a letter, for somebody who has this key and knows this way; else nothing.
    static String opened(Letter letter, SecretKey key, Direction way) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(Cipher.DECRYPT_MODE, key, Letter.nonce(letter.counter()));
        cipher.updateAAD(way.associatedData(letter.counter()));
        try {
            return new String(cipher.doFinal(letter.sealed()), StandardCharsets.UTF_8);
        } catch (AEADBadTagException other) {
            return "nothing: " + other.getMessage();
        }
    }

    static KeyPair alicesPair() throws GeneralSecurityException {
        return new KeyPair(publicKey(ALICES_PUBLIC_KEY), privateKey(ALICES_PRIVATE_KEY));
    }
}
