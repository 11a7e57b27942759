package eavesdrop.exercises.lab6;

import static eavesdrop.exercises.lab6.Vectors.TO_ALICE;
import static eavesdrop.exercises.lab6.Vectors.TO_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.seam.Sealer.Opened;
import eavesdrop.exercises.lab6.BadLetter.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("6.4")
@Timeout(60)
class LetterOpenerTest {
    private final LetterOpener alice = new LetterOpener(Vectors.alicesKeys(), TO_ALICE, TO_BOB);
    private TestReporter tell;
    private Refusal refusal;

    @BeforeEach
    void listen(TestReporter reporter) {
        tell = reporter;
        refusal = new Refusal(reporter);
    }

    @Test
    void readsWhatTheOtherOneHasWritten() throws Exception {
        tell.publishEntry("Alice opens Bob's first letter, and his goodbye.");
        assertThat(open(Vectors.REPLY)).as("Bob's first letter").isEqualTo(new Opened.Text(Vectors.REPLY_TEXT));
        assertThat(open(Vectors.GOODBYE)).as("Bob's goodbye").isEqualTo(new Opened.Goodbye());

        tell.publishEntry("Bob opens Alice's letters.");
        DirectionKeys bobs = new DirectionKeys(
                Vectors.alicesKeys().fromOther(), Vectors.alicesKeys().toOther());
        LetterOpener bob = new LetterOpener(bobs, TO_BOB, TO_ALICE);
        assertThat(bob.open(Letter.decode(Vectors.FIRST))).isEqualTo(new Opened.Text(Vectors.TEXT));
        assertThat(bob.open(Letter.decode(Vectors.SECOND))).isEqualTo(new Opened.Text(Vectors.SECOND_TEXT));
    }

    @Test
    void noticesEveryChange() throws Exception {
        tell.publishEntry("The operator changes Bob's letter, another byte each time.");
        Letter letter = Letter.decode(Vectors.REPLY);
        for (int i = 1; i <= letter.sealed().length; i++) {
            // The first byte of the content comes last: changed, it is no text any more.
            int at = i % letter.sealed().length;
            byte[] changed = letter.sealed().clone();
            changed[at] ^= 1;
            Letter forged = new Letter(letter.counter(), changed);
            refusal.expect(
                    Reason.CHANGED,
                    "A letter whose byte " + at + " the operator has changed",
                    () -> alice.open(forged));
        }
    }

    @Test
    void noticesAnotherCounter() throws Exception {
        tell.publishEntry("The operator writes another counter on Bob's letter, to bring it in as a new one.");
        Letter forged = new Letter(7, Letter.decode(Vectors.REPLY).sealed());
        refusal.expect(Reason.CHANGED, "A letter with another counter than Bob gave it", () -> alice.open(forged));
    }

    @Test
    void noticesAShortTag() throws Exception {
        tell.publishEntry("The operator cuts the last four bytes off Bob's letter.");
        Letter letter = Letter.decode(Vectors.REPLY);
        byte[] cut = Arrays.copyOf(letter.sealed(), letter.sealed().length - 4);
        refusal.expect(
                Reason.CHANGED,
                "A letter whose tag is shorter than 16 bytes",
                () -> alice.open(new Letter(letter.counter(), cut)));
    }

    @Test
    void noticesALetterForSomebodyElse() throws Exception {
        tell.publishEntry("The operator hands a letter to Alice that Bob wrote to Carol.");
        refusal.expect(Reason.CHANGED, "A letter from Bob to Carol", () -> open(Vectors.BOB_TO_CAROL));

        tell.publishEntry("And one that is sealed with the right key, but says that it is for Carol.");
        refusal.expect(
                Reason.CHANGED,
                "A letter whose associated data names Carol (give the associated data to the cipher when you open, too)",
                () -> open(Vectors.REPLY_FOR_CAROL));
        refusal.expect(
                Reason.CHANGED,
                "A letter without associated data (give the associated data to the cipher when you open, too)",
                () -> open(Vectors.REPLY_BARE));
    }

    @Test
    void noticesItsOwnLetterSentBack() throws Exception {
        tell.publishEntry("The operator sends Alice's own letter back to her, as if Bob had written it.");
        refusal.expect(Reason.REFLECTED, "Alice's own letter, sent back to her", () -> open(Vectors.FIRST));
    }

    private Opened open(String box) throws Exception {
        return alice.open(Letter.decode(box));
    }
}
