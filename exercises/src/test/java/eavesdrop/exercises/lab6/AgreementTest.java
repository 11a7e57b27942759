package eavesdrop.exercises.lab6;

import static eavesdrop.exercises.lab6.Vectors.ALICE;
import static eavesdrop.exercises.lab6.Vectors.BOB;
import static eavesdrop.exercises.lab6.Vectors.CAROL;
import static eavesdrop.exercises.lab6.Vectors.SHARED_SECRET;
import static eavesdrop.exercises.lab6.Vectors.bytes;
import static eavesdrop.exercises.lab6.Vectors.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("6.2")
@Timeout(30)
class AgreementTest {
    private static final byte[] SECRET = bytes(SHARED_SECRET);

    @Test
    void agreesOnTheSecretOfTheRfc(TestReporter tell) throws Exception {
        tell.publishEntry("Alice and Bob have the key pairs of RFC 7748, section 6.1. Each agrees with the other.");
        byte[] alices = Agreement.sharedSecret(
                Vectors.privateKey(Vectors.ALICES_PRIVATE_KEY), Vectors.publicKey(Vectors.BOBS_PUBLIC_KEY));
        byte[] bobs = Agreement.sharedSecret(
                Vectors.privateKey(Vectors.BOBS_PRIVATE_KEY), Vectors.publicKey(Vectors.ALICES_PUBLIC_KEY));

        assertThat(hex(alices)).as("the secret that Alice computes").isEqualTo(SHARED_SECRET);
        assertThat(hex(bobs)).as("the secret that Bob computes").isEqualTo(SHARED_SECRET);
    }

    @Test
    void refusesASecretOfZeros(TestReporter tell) throws Exception {
        for (String key : Vectors.GIVE_ZEROS) {
            byte[] small = bytes(key);
            tell.publishEntry("Mallory announces the public key " + key + ", which gives zeros to everybody.");
            try {
                byte[] secret =
                        Agreement.sharedSecret(Vectors.privateKey(Vectors.ALICES_PRIVATE_KEY), X25519Keys.of(small));
                fail(
                        "Alice accepts the shared secret %s. Mallory knows it without any private key: refuse a secret"
                                + " of zeros (RFC 7748, section 6.1)",
                        hex(secret));
            } catch (GeneralSecurityException refused) {
                tell.publishEntry("Alice refuses it: " + refused.getMessage());
            }
        }
    }

    @Test
    void derivesAsTheRfcDoes(TestReporter tell) throws Exception {
        tell.publishEntry("HKDF is asked for the test case 1 of RFC 5869, appendix A.");
        byte[] secret = bytes("0b".repeat(22));
        byte[] result = Agreement.hkdf(secret, bytes("000102030405060708090a0b0c"), bytes("f0f1f2f3f4f5f6f7f8f9"), 42);

        assertThat(hex(result))
                .as("the result of HKDF. This is the secret itself, or a piece of it: nothing was derived")
                .doesNotStartWith("0b0b0b0b");
        assertThat(hex(result))
                .as("the 42 bytes of HKDF with SHA-256, extract and then expand")
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    void doesNotTakeTheSecretItselfForAKey(TestReporter tell) throws Exception {
        tell.publishEntry("Alice makes the two keys of her conversation with Bob.");
        DirectionKeys keys = Agreement.keys(SECRET, ALICE, BOB);

        assertThat(hex(keys.toOther().getEncoded()))
                .as("the key for what Alice writes. This is the raw output of X25519: its bits are not evenly spread,"
                        + " and nothing binds it to these two people. Derive the key with HKDF")
                .isNotEqualTo(SHARED_SECRET);
    }

    @Test
    void makesOneKeyForEachDirection(TestReporter tell) throws Exception {
        tell.publishEntry("Alice and Bob each make the two keys.");
        DirectionKeys alices = Agreement.keys(SECRET, ALICE, BOB);
        DirectionKeys bobs = Agreement.keys(SECRET, BOB, ALICE);

        assertThat(hex(alices.toOther().getEncoded()))
                .as("the key for what Alice writes. It is the same key for both directions: the operator can send her"
                        + " letters back to her, as if Bob had written them, and both use the same nonces")
                .isNotEqualTo(hex(alices.fromOther().getEncoded()));
        assertThat(hex(bobs.fromOther().getEncoded()))
                .as("the key with which Bob reads is the one with which Alice writes")
                .isEqualTo(hex(alices.toOther().getEncoded()));
        assertThat(hex(bobs.toOther().getEncoded()))
                .as("the key with which Bob writes is the one with which Alice reads")
                .isEqualTo(hex(alices.fromOther().getEncoded()));
    }

    @Test
    void bindsTheKeysToNamesAndPublicKeys(TestReporter tell) throws Exception {
        tell.publishEntry("The same secret, but another name, or another public key.");
        String key = toOther(ALICE, BOB);

        String unbound = "the key. It is the same for other people: names and public keys must go into HKDF as `info`";
        assertThat(toOther(ALICE, new Party("bobby", BOB.blob()))).as(unbound).isNotEqualTo(key);
        assertThat(toOther(new Party("alicia", ALICE.blob()), BOB)).as(unbound).isNotEqualTo(key);
        assertThat(toOther(ALICE, new Party("bob", CAROL.blob()))).as(unbound).isNotEqualTo(key);
        assertThat(toOther(new Party("alice", CAROL.blob()), BOB)).as(unbound).isNotEqualTo(key);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void makesTheKeysThatEverybodyElseMakes(TestReporter tell) throws Exception {
        tell.publishEntry("Alice makes the two keys of her conversation with Bob.");
        DirectionKeys keys = Agreement.keys(SECRET, ALICE, BOB);

        assertThat(hex(keys.toOther().getEncoded()))
                .as(
                        "the key for what Alice writes: HKDF of the secret, no salt, info of Direction(me, other), 32 bytes")
                .isEqualTo(Vectors.KEY_TO_BOB);
        assertThat(hex(keys.fromOther().getEncoded()))
                .as("the key for what Bob writes: info of Direction(other, me)")
                .isEqualTo(Vectors.KEY_TO_ALICE);
        assertThat(keys.toOther().getAlgorithm()).as("what the key is for").isEqualTo("ChaCha20");
    }

    @Test
    void printsNoSecret(TestReporter tell) throws Exception {
        tell.publishEntry("Alice agrees and derives. What her client prints is looked through.");
        String printed = Printed.by(() -> {
            byte[] secret = Agreement.sharedSecret(
                    Vectors.privateKey(Vectors.ALICES_PRIVATE_KEY), Vectors.publicKey(Vectors.BOBS_PUBLIC_KEY));
            Agreement.keys(secret, ALICE, BOB);
        });

        for (String secret :
                new String[] {Vectors.ALICES_PRIVATE_KEY, SHARED_SECRET, Vectors.KEY_TO_BOB, Vectors.KEY_TO_ALICE}) {
            assertThat(Printed.holds(printed, bytes(secret)))
                    .as(
                            "whether a secret is printed. It is: what is printed lands in a log, and who reads the log"
                                    + " reads the letters. It printed: %s",
                            printed.strip())
                    .isFalse();
        }
    }

    private static String toOther(Party me, Party other) throws GeneralSecurityException {
        return hex(Agreement.keys(SECRET, me, other).toOther().getEncoded());
    }
}
