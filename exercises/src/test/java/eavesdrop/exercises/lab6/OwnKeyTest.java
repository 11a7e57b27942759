package eavesdrop.exercises.lab6;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.KeyPair;
import java.security.interfaces.XECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("6.1")
@Timeout(30)
class OwnKeyTest {
    @Test
    void announcesThePublicKeyAndNotThePrivateOne(TestReporter tell) throws Exception {
        tell.publishEntry("Alice has the key pair of RFC 7748, section 6.1, and announces her key.");
        String blob = new OwnKey(Vectors.alicesPair()).blob();

        tell.publishEntry("The operator reads: KEY alice " + blob);
        assertThat(variants(Vectors.bytes(Vectors.ALICES_PRIVATE_KEY)))
                .as("what Alice announces. This is her private key: whoever reads it can open all her letters")
                .doesNotContain(blob);
        assertThat(blob)
                .as("what Alice announces: the 32 bytes of the public key in base64url, without padding")
                .isEqualTo(Vectors.ALICE.blob());
    }

    @Test
    @Order(1)
    void makesAKeyPairThatFitsTogether(TestReporter tell) throws Exception {
        tell.publishEntry("A fresh key pair is made and announced.");
        OwnKey own = OwnKey.fresh();

        assertThat(own.pair().getPrivate())
                .as("the private key: one of X25519, with which two people agree (Ed25519 is for signatures)")
                .isInstanceOf(XECPrivateKey.class);
        assertThat(scalar(own.pair()))
                .as("the private key: X25519 has 32 bytes (X448 has 56)")
                .hasSize(32);
        assertThat(OwnKey.read(own.blob()).getEncoded())
                .as("the key that others read from the announcement is the one of the pair")
                .isEqualTo(own.pair().getPublic().getEncoded());
    }

    @Test
    void makesAnotherKeyPairEachTime(TestReporter tell) throws Exception {
        tell.publishEntry("Three clients each make a key pair.");
        List<String> blobs = List.of(
                OwnKey.fresh().blob(), OwnKey.fresh().blob(), OwnKey.fresh().blob());

        assertThat(blobs)
                .as("three announcements. Two are the same: your key pair is not fresh, so that everybody who runs"
                        + " your code has your private key, and counters begin anew under an old key")
                .doesNotHaveDuplicates();
    }

    @Test
    void makesAKeyThatNobodyCanCompute(TestReporter tell) throws Exception {
        tell.publishEntry("Somebody knows 4 bytes of a private key and knows java.util.Random.");
        byte[] scalar = scalar(OwnKey.fresh().pair());

        assertThat(computed(scalar))
                .as("the rest of the private key, computed from 4 bytes of it in 65,536 steps. Your key comes from"
                        + " java.util.Random, which is for games: take SecureRandom, or leave it to KeyPairGenerator")
                .isNotEqualTo(Arrays.copyOfRange(scalar, 8, 28));
    }

    @Test
    void printsNoPrivateKey(TestReporter tell) throws Exception {
        tell.publishEntry("A key pair is made and announced. What your code prints is looked through.");
        AtomicReference<OwnKey> own = new AtomicReference<>();
        String printed = Printed.by(() -> {
            own.set(OwnKey.fresh());
            own.get().blob();
        });
        assertThat(Printed.holds(printed, scalar(own.get().pair())))
                .as(
                        "whether the private key is printed. It is, and what is printed lands in a log: %s",
                        printed.strip())
                .isFalse();
    }

    private static List<String> variants(byte[] key) {
        return Stream.of(Base64.getUrlEncoder(), Base64.getEncoder())
                .flatMap(encoder -> Stream.of(encoder, encoder.withoutPadding()))
                .map(encoder -> encoder.encodeToString(key))
                .toList();
    }

    private static byte[] scalar(KeyPair pair) {
        return ((XECPrivateKey) pair.getPrivate()).getScalar().orElseThrow();
    }

    /// The bytes 8 to 27, as `java.util.Random` would give them after the bytes 4 to 7; nothing when it never
    /// gave these. The bytes at both ends are left out, because X25519 may set bits of them (RFC 7748, section
    /// 5).
    private static byte[] computed(byte[] scalar) {
        ByteBuffer known = ByteBuffer.wrap(scalar).order(ByteOrder.LITTLE_ENDIAN);
        long high = Integer.toUnsignedLong(known.getInt(4)) << 16;
        for (int low = 0; low < 1 << 16; low++) {
            byte[] next = next(high | low);
            if (Arrays.equals(next, 0, 4, scalar, 8, 12)) {
                return next;
            }
        }
        return new byte[0];
    }

    /// The generator is documented in `java.util.Random.next`: 48 bits, of which each number shows the
    /// upper 32.
    private static byte[] next(long state) {
        ByteBuffer bytes = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        long now = state;
        while (bytes.hasRemaining()) {
            now = (now * 0x5DEECE66DL + 0xB) & ((1L << 48) - 1);
            bytes.putInt((int) (now >>> 16));
        }
        return bytes.array();
    }
}
