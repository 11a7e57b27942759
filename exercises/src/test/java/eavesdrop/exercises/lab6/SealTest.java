package eavesdrop.exercises.lab6;

import static eavesdrop.exercises.lab6.Vectors.KEY_TO_BOB;
import static eavesdrop.exercises.lab6.Vectors.TO_BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.seam.Sealer.Opened;
import eavesdrop.evidence.Search;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("6.3")
@Timeout(60)
class SealTest {
    private static final int HEAD = 9;
    private static final String SENTENCE = "The password of the old boat is amber-otter-42";

    private final Seal seal = new Seal(Vectors.key(KEY_TO_BOB), TO_BOB);

    @Test
    void leavesNoWordForTheOperator(TestReporter tell) throws Exception {
        tell.publishEntry("The operator searches one unsealed line first, so that we know that the search works.");
        OperatorsEyes unsealed = new OperatorsEyes();
        unsealed.see("TELL bob " + SENTENCE);
        assertThat(unsealed.find(SENTENCE).count()).isPositive();

        tell.publishEntry("Alice seals a sentence. The operator searches the letter for it.");
        OperatorsEyes eyes = new OperatorsEyes();
        eyes.see("TELL bob " + close(SENTENCE));
        Search search = eyes.find(SENTENCE);

        tell.publishEntry("The sentence was " + OperatorsEyes.told(search) + ".");
        assertThat(search.count())
                .as(
                        "how often the operator finds the sentence in the letter, without any key: %s. Base64 is a"
                                + " spelling and XOR with a short key a puzzle; neither is encryption",
                        OperatorsEyes.told(search))
                .isZero();
    }

    @Test
    void showsNoPatternOfTheText(TestReporter tell) throws Exception {
        tell.publishEntry("Alice seals a text of 512 times the letter a.");
        byte[] sealed = sealed(close("a".repeat(512)));

        int period = period(sealed);
        assertThat(period)
                .as(
                        "after how many bytes the sealed text repeats itself. It does: %s",
                        period == 16
                                ? "equal blocks of text give equal blocks, as in ECB mode"
                                : "a key that repeats was laid over the text, as with XOR")
                .isZero();
    }

    @Test
    void growsByOneByteWhenTheTextDoes(TestReporter tell) throws Exception {
        tell.publishEntry("Alice seals texts of 40 and of 41 letters.");
        int shorter = sealed(close("a".repeat(40))).length;
        int longer = sealed(close("a".repeat(41))).length;

        assertThat(shorter)
                .as("bytes of a sealed text of 40 letters: 1 that says what it is, 40, and a tag of 16. A block mode"
                        + " like CBC fills blocks of 16 and has no tag, so that an operator can change the letter;"
                        + " a shorter tag can be guessed")
                .isEqualTo(1 + 40 + Letter.TAG_BYTES);
        assertThat(longer).as("bytes of a sealed text of 41 letters").isEqualTo(shorter + 1);
    }

    @Test
    void neverUsesANonceTwice(TestReporter tell) throws Exception {
        tell.publishEntry("The operator knows what Alice wrote first, and wants to know what she wrote next.");
        byte[] known = "I have nothing to hide!!".getBytes(StandardCharsets.UTF_8);
        byte[] wanted = "Meet me at seven, alone.".getBytes(StandardCharsets.UTF_8);
        byte[] first = sealed(close(new String(known, StandardCharsets.UTF_8)));
        byte[] second = sealed(close(new String(wanted, StandardCharsets.UTF_8)));

        byte[] guess = new byte[known.length];
        for (int i = 0; i < guess.length; i++) {
            guess[i] = (byte) (first[1 + i] ^ second[1 + i] ^ known[i]);
        }
        assertThat(new String(guess, StandardCharsets.UTF_8))
                .as("what the operator computes from two letters and one known text, without a key. The same nonce was"
                        + " used twice (RFC 8439, section 4): the nonce must come from the counter of the letter")
                .isNotEqualTo(new String(wanted, StandardCharsets.UTF_8));
    }

    @Test
    void neverUsesANonceTwiceInManyLetters(TestReporter tell) throws Exception {
        tell.publishEntry("Alice seals the same text 300 times.");
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < 300; number++) {
            String letter = close("Good morning!");
            assertThat(counter(letter))
                    .as("the counter of letter number %d", number)
                    .isEqualTo(number);
            byte[] sealed = sealed(letter);
            byte[] withoutTag = Arrays.copyOf(sealed, sealed.length - Letter.TAG_BYTES);
            assertThat(seen.add(Vectors.hex(withoutTag)))
                    .as(
                            "whether letter number %d differs from all before. It is an earlier one once more, so a nonce was"
                                    + " used twice: the whole counter belongs into the nonce (Letter.nonce), not one byte of it",
                            number)
                    .isTrue();
        }
    }

    @Test
    void takesTheNonceFromTheCounter(TestReporter tell) throws Exception {
        tell.publishEntry("Two seals with the same key each close the same text as their first letter.");
        Seal other = new Seal(Vectors.key(KEY_TO_BOB), TO_BOB);
        assertThat(close(SENTENCE))
                .as(
                        "the letter. Each time another one comes out, so the nonce is no Letter.nonce of the counter: Bob learns"
                                + " from a letter its counter and nothing else, and could not open this one")
                .isEqualTo(other.close(new Opened.Text(SENTENCE)));
    }

    @Test
    void bindsTheLetterToItsReceiver(TestReporter tell) throws Exception {
        tell.publishEntry("The same text, key and counter: once for Bob, once for Carol.");
        Seal toCarol = new Seal(Vectors.key(KEY_TO_BOB), new Direction(Vectors.ALICE, Vectors.CAROL));
        String forBob = close(SENTENCE);
        String forCarol = toCarol.close(new Opened.Text(SENTENCE));

        assertThat(forCarol)
                .as("the letter for Carol. It is the letter for Bob, byte by byte: nothing in it is bound to its"
                        + " receiver. Give the associated data to the cipher (Cipher.updateAAD) before the text")
                .isNotEqualTo(forBob);
    }

    @Test
    void countsItsLetters(TestReporter tell) throws Exception {
        tell.publishEntry("Alice seals two letters, one that is too long, a third one, a goodbye and one more.");
        assertThat(counter(close("one"))).as("the counter of the first letter").isZero();
        assertThat(counter(close("two"))).as("the counter of the second letter").isEqualTo(1);
        try {
            seal.close(new Opened.Text("é".repeat(Content.MOST_BYTES / 2) + "a"));
            fail("A text of 3,023 bytes was sealed: its line does not fit into 4,096 bytes");
        } catch (BadLetter tooLong) {
            assertThat(tooLong.reason()).isEqualTo(BadLetter.Reason.TOO_LONG);
        }
        assertThat(counter(close("three")))
                .as("the counter of the letter after a text that was too long. A letter that was never written must"
                        + " not be counted, or Bob waits for it")
                .isEqualTo(2);
        seal.close(new Opened.Goodbye());
        assertThat(counter(close("wait")))
                .as("the counter of the letter after a goodbye: a goodbye is a letter, and has used its nonce up")
                .isEqualTo(4);
    }

    @Test
    void fitsTheLongestTextIntoALine(TestReporter tell) throws Exception {
        tell.publishEntry("Alice seals the longest text for the person with the longest name.");
        Name longest = Name.parse("n".repeat(Limits.NAME_CHARACTERS)).orElseThrow();
        byte[] line = new ClientLine.Tell(longest, close("a".repeat(Content.MOST_BYTES))).bytes();

        assertThat(line.length).as("bytes of the line").isLessThanOrEqualTo(Limits.LINE_BYTES);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void sealsAsEverybodyElseDoes(TestReporter tell) throws Exception {
        tell.publishEntry("Alice seals a text whose letter is known: \"" + Vectors.TEXT + "\"");
        String first = close(Vectors.TEXT);
        assertThat(first)
                .as("Alice's first letter to Bob. This is the one that comes out without associated data")
                .isNotEqualTo(Vectors.FIRST_BARE);
        assertThat(first)
                .as("Alice's first letter to Bob: ChaCha20-Poly1305, Letter.nonce(0), TO_BOB.associatedData(0)")
                .isEqualTo(Vectors.FIRST);
        assertThat(close(Vectors.SECOND_TEXT)).as("her second letter").isEqualTo(Vectors.SECOND);
    }

    @Test
    void printsNoTextAndNoKey(TestReporter tell) throws Exception {
        tell.publishEntry("Alice seals a sentence. What her client prints is looked through.");
        String printed = Printed.by(() -> close(SENTENCE));

        OperatorsEyes log = new OperatorsEyes();
        log.see(printed);
        assertThat(log.find(SENTENCE).count())
                .as("how often the text stands in what was printed: %s. What is printed lands in a log", printed)
                .isZero();
        assertThat(Printed.holds(printed, Vectors.bytes(KEY_TO_BOB)))
                .as("whether the key stands in what was printed: %s", printed)
                .isFalse();
    }

    private String close(String text) throws Exception {
        return seal.close(new Opened.Text(text));
    }

    /// What stands behind version and counter.
    private static byte[] sealed(String letter) {
        byte[] bytes = Base64.getUrlDecoder().decode(letter);
        assertThat(bytes).as("the bytes of the letter").hasSizeGreaterThan(HEAD);
        return Arrays.copyOfRange(bytes, HEAD, bytes.length);
    }

    private static long counter(String letter) throws BadLetter {
        return Letter.decode(letter).counter();
    }

    /// The smallest number of bytes, up to 128, after which the middle of these bytes repeats itself; 0: it
    /// does not.
    private static int period(byte[] sealed) {
        byte[] middle = Arrays.copyOfRange(sealed, 64, 448);
        for (int period = 1; period <= 128; period++) {
            if (Arrays.equals(middle, 0, middle.length - period, middle, period, middle.length)) {
                return period;
            }
        }
        return 0;
    }
}
