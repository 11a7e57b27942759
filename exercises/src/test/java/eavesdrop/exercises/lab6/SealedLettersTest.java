package eavesdrop.exercises.lab6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import eavesdrop.chat.seam.Sealer;
import eavesdrop.chat.seam.Sealer.Conversation;
import eavesdrop.chat.seam.Sealer.Opened;
import eavesdrop.evidence.Search;
import eavesdrop.exercises.lab6.BadLetter.Reason;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("6.6")
@Timeout(60)
class SealedLettersTest {
    private static final String CODEWORD = "amber-otter-42";
    private static final String WHISPER = "The password of the old boat is " + CODEWORD;

    private TestReporter tell;
    private Refusal refusal;

    @BeforeEach
    void listen(TestReporter reporter) {
        tell = reporter;
        refusal = new Refusal(reporter);
    }

    @Test
    @Order(1)
    void carriesAConversationBothWays() throws Exception {
        Correspondence letters = twoPeople();
        for (String text : List.of("Hello Bob", "漢字 🔑", "", WHISPER)) {
            tell.publishEntry("Alice writes \"" + text + "\", and Bob answers the same.");
            assertThat(letters.bob().open(letters.aliceWrites(text))).isEqualTo(new Opened.Text(text));
            assertThat(letters.alice().open(letters.bobWrites(text))).isEqualTo(new Opened.Text(text));
        }
        tell.publishEntry("Both say goodbye.");
        assertThat(letters.bob().open(letters.alice().goodbye().orElseThrow())).isEqualTo(new Opened.Goodbye());
        assertThat(letters.alice().open(letters.bob().goodbye().orElseThrow())).isEqualTo(new Opened.Goodbye());
    }

    @Test
    void leavesNoWordForTheOperator() throws Exception {
        tell.publishEntry("Without a seal, to see that the search works:");
        Search plain = searchFor(CODEWORD, Correspondence.between(Sealer.PLAIN, Sealer.PLAIN));
        assertThat(plain.count())
                .as("how often the codeword is found without a seal")
                .isPositive();

        tell.publishEntry("With your seal:");
        Search sealed = searchFor(CODEWORD, twoPeople());
        assertThat(sealed.count())
                .as("how often the operator finds the codeword: %s", OperatorsEyes.told(sealed))
                .isZero();
    }

    @Test
    void printsNothingThatLooksLikeASecret(TestReporter tell) throws Exception {
        tell.publishEntry("Alice writes to Bob. The operator reads the logs of both clients, too.");
        List<String> seen = new ArrayList<>();
        String printed = Printed.by(() -> {
            Correspondence letters = twoPeople();
            letters.bob().open(letters.aliceWrites(WHISPER));
            seen.addAll(letters.operator().seen());
        });
        assertThat(Printed.longNumbers(printed, seen))
                .as(
                        "numbers of 32 bytes and more in what was printed, which nobody has announced or sent: such a number is"
                                + " a key or a shared secret, and who reads the log reads the letters")
                .isEmpty();
    }

    @Test
    void announcesNothingThatOpensALetter() throws Exception {
        Correspondence letters = twoPeople();
        Letter letter = Letter.decode(letters.aliceWrites(WHISPER));

        tell.publishEntry("The operator tries to open the letter with what was announced.");
        for (String line : letters.operator().seen().subList(0, 2)) {
            String blob = line.substring("KEY ".length());
            SecretKeySpec announced = new SecretKeySpec(Base64.getUrlDecoder().decode(blob), "ChaCha20");
            assertThat(openedWith(announced, letter))
                    .as("what the operator reads with the announced bytes as key. You announced the secret key itself:"
                            + " only the public half of a key pair may be announced")
                    .isEqualTo("nothing");
        }
    }

    @Test
    void noticesWhatTheOperatorDoesToLetters() throws Exception {
        Correspondence letters = twoPeople();
        String first = letters.aliceWrites("one");
        String second = letters.aliceWrites("two");
        Conversation bob = letters.bob();

        tell.publishEntry(
                "The operator holds the first letter back, changes the second one, and sends it back to Alice.");
        refusal.expect(Reason.MISSING, "The second letter without the first", () -> bob.open(second));
        refusal.expect(Reason.CHANGED, "A changed letter", () -> bob.open(changed(first)));
        refusal.expect(
                Reason.REFLECTED,
                "Alice's letter, sent back to her",
                () -> letters.alice().open(first));
        refusal.expect(Reason.NO_LETTER, "A text that is not sealed", () -> bob.open("I am Alice"));

        tell.publishEntry("Then the letters come as they were written, and the first one a second time.");
        assertThat(bob.open(first)).isEqualTo(new Opened.Text("one"));
        assertThat(bob.open(second)).isEqualTo(new Opened.Text("two"));
        refusal.expect(Reason.REPEATED, "The first letter once more (a replay)", () -> bob.open(first));
    }

    @Test
    void noticesALetterForSomebodyElse() throws Exception {
        SealedLetters alice = new SealedLetters();
        SealedLetters bob = new SealedLetters();
        SealedLetters carol = new SealedLetters();
        tell.publishEntry("Alice writes to Carol. The operator gives the letter to Bob.");
        String toCarol = alice.with("alice", "carol", blob(carol)).seal(WHISPER);
        Conversation bobs = bob.with("bob", "alice", blob(alice));

        refusal.expect(Reason.CHANGED, "A letter that Alice wrote to Carol", () -> bobs.open(toCarol));
    }

    @Test
    void goesOnCountingWhenAKeyIsSaidAgain() throws Exception {
        SealedLetters alice = new SealedLetters();
        String bobsBlob = blob(new SealedLetters());
        tell.publishEntry("Alice writes to Bob. The operator says Bob's KEY line once more, and Alice writes again.");
        String first = alice.with("alice", "bob", bobsBlob).seal("one");
        String second = alice.with("alice", "bob", bobsBlob).seal("two");

        assertThat(Letter.decode(second).counter())
                .as("the counter of Alice's second letter. With the counter of the first one it has the same nonce"
                        + " under the same key, and the operator can make Alice do that whenever he likes: the"
                        + " conversation for a blob must be made once and then kept")
                .isEqualTo(Letter.decode(first).counter() + 1);
    }

    @Test
    void goesOnCountingWhenAnotherKeyWasSaidInBetween(TestReporter tell) throws Exception {
        SealedLetters alice = new SealedLetters();
        String bobsBlob = blob(new SealedLetters());
        tell.publishEntry("Alice writes to Bob. The operator says another key for Bob, and then the first one again.");
        String first = alice.with("alice", "bob", bobsBlob).seal("one");
        alice.with("alice", "bob", blob(new SealedLetters())).seal("to whom?");
        String second = alice.with("alice", "bob", bobsBlob).seal("two");

        assertThat(Letter.decode(second).counter())
                .as(
                        "the counter of Alice's second letter under the first key. It begins anew, so that a nonce comes twice:"
                                + " keep each conversation, also when its person has announced another key since")
                .isEqualTo(Letter.decode(first).counter() + 1);
    }

    @Test
    void readsSeveralPeople(TestReporter tell) throws Exception {
        SealedLetters alice = new SealedLetters();
        tell.publishEntry("Bob and Carol each write to Alice for the first time.");
        for (String name : List.of("bob", "carol")) {
            SealedLetters writer = new SealedLetters();
            String letter = writer.with(name, "alice", blob(alice)).seal("I am " + name);
            Conversation reading = alice.with("alice", name, blob(writer));
            assertThat(opened(reading, letter))
                    .as(
                            "what Alice reads from %s. Each conversation has counters of its own: give each its own Seal and"
                                    + " its own ReadingOrder",
                            name)
                    .isEqualTo(new Opened.Text("I am " + name).toString());
        }
    }

    @Test
    void sealsOnTheWayFromMeToTheOther(TestReporter tell) throws Exception {
        SealedLetters alice = new SealedLetters();
        Party writer = new Party("Alice", blob(alice));
        OwnKey bob = OwnKey.fresh();
        Party reader = new Party("Bob", bob.blob());
        tell.publishEntry("Alice writes to Bob, whose client somebody else has written.");
        Letter letter = Letter.decode(alice.with("Alice", "Bob", bob.blob()).seal(WHISPER));

        byte[] secret = Agreement.sharedSecret(bob.pair().getPrivate(), OwnKey.read(writer.blob()));
        SecretKey key = Agreement.keys(secret, reader, writer).fromOther();
        assertThat(Vectors.opened(letter, key, new Direction(writer, reader)))
                .as(
                        "what Bob reads: the key is toOther, the way goes from me to the other one, and the names are written as"
                                + " they are")
                .contains(WHISPER);
    }

    private static String opened(Conversation reading, String letter) throws GeneralSecurityException {
        try {
            return reading.open(letter).toString();
        } catch (BadLetter refused) {
            return "nothing: " + refused.getMessage();
        }
    }

    @Test
    void keepsConversationsApartByName() throws Exception {
        SealedLetters alice = new SealedLetters();
        SealedLetters bob = new SealedLetters();
        Conversation bobs = bob.with("bob", "alice", blob(alice));
        tell.publishEntry("Alice writes to Bob. Then the operator announces Bob's key under Carol's name, too.");
        assertThat(bobs.open(alice.with("alice", "bob", blob(bob)).seal("one"))).isEqualTo(new Opened.Text("one"));

        String toCarol = alice.with("alice", "carol", blob(bob)).seal(WHISPER);
        refusal.expect(
                Reason.CHANGED,
                "A letter to Carol, whose key the operator says is Bob's (keep a conversation for both names and both"
                        + " keys, not for a key alone),",
                () -> bobs.open(toCarol));
    }

    @Test
    void usesOtherKeysAfterAReconnect() throws Exception {
        SealedLetters alice = new SealedLetters();
        SealedLetters before = new SealedLetters();
        SealedLetters after = new SealedLetters();
        tell.publishEntry("Bob's connection breaks, and he comes again with another sealer.");
        assertThat(blob(after))
                .as("what Bob announces. It is the same key as before: after a reconnect the counters begin anew, so"
                        + " the keys must be new as well")
                .isNotEqualTo(blob(before));

        String old = alice.with("alice", "bob", blob(before)).seal("one");
        String fresh = alice.with("alice", "bob", blob(after)).seal("two");
        Conversation bob = after.with("bob", "alice", blob(alice));
        refusal.expect(Reason.CHANGED, "A letter under the old key", () -> bob.open(old));
        assertThat(bob.open(fresh)).isEqualTo(new Opened.Text("two"));
    }

    @Test
    void announcesTheSameKeyWheneverItIsAsked() throws Exception {
        tell.publishEntry("Alice's client asks for the announcement twice.");
        SealedLetters alice = new SealedLetters();
        assertThat(blob(alice))
                .as("the announcement of one sealer. It changes: then others seal for a key that is gone")
                .isEqualTo(blob(alice));
    }

    @Test
    void refusesWhatIsNoKey() throws Exception {
        SealedLetters alice = new SealedLetters();
        for (String blob : List.of("A".repeat(43), "AAAA", "none!")) {
            tell.publishEntry("Mallory announces " + blob + ".");
            try {
                alice.with("alice", "mallory", blob);
                fail(
                        "Alice accepts the key %s. A key of zeros gives a secret that everybody knows; anything else than"
                                + " 32 bytes is no key",
                        blob);
            } catch (GeneralSecurityException refused) {
                tell.publishEntry("Alice refuses it: " + refused.getMessage() + ".");
            }
        }
    }

    private static Correspondence twoPeople() throws GeneralSecurityException {
        return Correspondence.between(new SealedLetters(), new SealedLetters());
    }

    /// Alice and Bob whisper the codeword. What the operator sees, also of what their clients print, is
    /// searched.
    private Search searchFor(String codeword, Correspondence letters) throws Exception {
        String printed = Printed.by(() -> {
            letters.bob().open(letters.aliceWrites(WHISPER));
            letters.alice().open(letters.bobWrites("Thank you. I keep " + codeword + " to myself."));
        });
        letters.operator().see(printed);
        Search search = letters.operator().find(codeword);
        tell.publishEntry("The operator searches for the codeword: " + OperatorsEyes.told(search) + ".");
        return search;
    }

    private static String openedWith(SecretKeySpec key, Letter letter) {
        Party alice = new Party("alice", "");
        Party bob = new Party("bob", "");
        DirectionKeys keys = new DirectionKeys(key, key);
        try {
            return new LetterOpener(keys, new Direction(alice, bob), new Direction(bob, alice))
                    .open(letter)
                    .toString();
        } catch (GeneralSecurityException sealed) {
            return "nothing";
        }
    }

    private static String changed(String box) throws BadLetter {
        Letter letter = Letter.decode(box);
        byte[] sealed = letter.sealed().clone();
        sealed[0] ^= 1;
        return new Letter(letter.counter(), sealed).encode();
    }

    private static String blob(SealedLetters sealer) {
        return Correspondence.announced(sealer);
    }
}
