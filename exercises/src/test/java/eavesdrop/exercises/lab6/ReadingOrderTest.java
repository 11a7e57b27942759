package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer.Opened;
import eavesdrop.exercises.lab6.BadLetter.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

@Tag("6.5")
@Timeout(30)
class ReadingOrderTest {
    private static final Opened TEXT = new Opened.Text("hello");

    private final ReadingOrder order = new ReadingOrder();
    private TestReporter tell;
    private Refusal refusal;

    @BeforeEach
    void listen(TestReporter reporter) {
        tell = reporter;
        refusal = new Refusal(reporter);
    }

    @Test
    void takesLettersInTheirOrder() throws Exception {
        tell.publishEntry("The letters 0, 1 and 2 come, and the goodbye.");
        take(0, 1, 2);
        order.take(3, new Opened.Goodbye());
    }

    @Test
    void noticesALetterThatComesAgain() throws Exception {
        tell.publishEntry("The letters 0, 1 and 2 come. Then the operator repeats them.");
        take(0, 1, 2);
        refuse(Reason.REPEATED, 2, "Letter 2, which was read a moment ago (a replay)");
        refuse(Reason.REPEATED, 0, "Letter 0, which was read before the others (a replay)");
        tell.publishEntry("Letter 3 comes.");
        take(3);
    }

    @Test
    void noticesThatLettersAreMissing() throws Exception {
        tell.publishEntry("Letter 0 comes. The operator drops letter 1, and letter 2 comes.");
        take(0);
        refuse(Reason.MISSING, 2, "Letter 2, although letter 1 has not come");
    }

    @Test
    void noticesAnotherOrder() throws Exception {
        tell.publishEntry("Letter 0 comes. The operator swaps the letters 1 and 2.");
        take(0);
        refuse(Reason.MISSING, 2, "Letter 2, which came before letter 1");
        tell.publishEntry("Letter 1 comes late. It is still the one that is expected.");
        take(1, 2);
    }

    @Test
    void noticesThatTheFirstLetterIsMissing() throws Exception {
        tell.publishEntry("The operator drops letter 0.");
        refuse(Reason.MISSING, 1, "Letter 1, although letter 0 has not come");
    }

    @Test
    void readsNothingAfterTheGoodbye() throws Exception {
        tell.publishEntry("Letter 0 comes, and the goodbye. Then one more letter comes.");
        take(0);
        order.take(1, new Opened.Goodbye());
        refuse(Reason.AFTER_GOODBYE, 2, "A letter after the goodbye");
    }

    @Test
    void doesNotTakeAGoodbyeThatCameTooEarly() throws Exception {
        tell.publishEntry("Bob writes the letters 0 and 1 and says goodbye. The operator drops letter 1.");
        take(0);
        refusal.expect(Reason.MISSING, "A goodbye, although letter 1 has not come", () -> {
            order.take(2, new Opened.Goodbye());
            return "an end that nobody wrote";
        });
        tell.publishEntry("Letter 1 comes late, and then the goodbye.");
        take(1);
        order.take(2, new Opened.Goodbye());
    }

    private void take(long... counters) throws Exception {
        for (long counter : counters) {
            order.take(counter, TEXT);
        }
    }

    private void refuse(Reason reason, long counter, String what) throws Exception {
        refusal.expect(reason, what, () -> {
            order.take(counter, TEXT);
            return "its text";
        });
    }
}
