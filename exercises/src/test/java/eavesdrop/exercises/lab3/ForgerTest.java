package eavesdrop.exercises.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/// Your forger on one connection, line by line.
@Timeout(20)
class ForgerTest {
    private static final Plan PLAN = new Plan("alice", "yes", "no", "bob", "Carol", "good evening", "I must go.");

    private final Forger forger = new Forger(PLAN);

    @SuppressWarnings("NullAway.Init")
    private TestReporter tell;

    @BeforeEach
    void listen(TestReporter reporter) {
        tell = reporter;
    }

    private String seat(String before, String line) {
        tell.publishEntry("The server says: " + line);
        return forger.seat(before, line);
    }

    private String heard(String who, String line) {
        tell.publishEntry(who + "'s client says " + line.length() + " characters: "
                + line.substring(0, Math.min(40, line.length())));
        return forger.rewritten(who, line);
    }

    @Test
    @Tag("3.1")
    void theNameIsWhatTheServerWelcomes() {
        assertThat(seat("", "WELCOME alice"))
                .as("who sits here after WELCOME alice")
                .isEqualTo("alice");
    }

    @Test
    @Tag("3.1")
    void nobodySitsThereBeforeWelcome() {
        assertThat(seat("", "ERROR name-taken alice is here already"))
                .as("a refused HELLO gives no seat: nobody sits here, only WELCOME grants a name")
                .isEmpty();
    }

    @Test
    @Tag("3.1")
    void whatOthersSayChangesNothing() {
        assertThat(seat("alice", "SAID bob WELCOME eve"))
                .as("bob only talks of a WELCOME; alice still sits here")
                .isEqualTo("alice");
        assertThat(seat("alice", "JOINED carol"))
                .as("carol joins elsewhere; alice still sits here")
                .isEqualTo("alice");
    }

    @Test
    @Tag("3.2")
    void rewritesWhatTheVictimSaysAndWhispers() {
        assertThat(heard("alice", "SAY I say yes and yes"))
                .as("the victim's words to everyone")
                .isEqualTo("SAY I say no and no");
        assertThat(heard("alice", "TELL bob yes, I come"))
                .as("the victim's whisper: whispers are her words, too")
                .isEqualTo("TELL bob no, I come");
    }

    @Test
    @Tag("3.2")
    void leavesEverybodyElseAlone() {
        assertThat(heard("bob", "SAY yes"))
                .as("bob's words: only the victim's are rewritten")
                .isEqualTo("SAY yes");
        assertThat(heard("", "SAY yes")).as("words before WELCOME").isEqualTo("SAY yes");
    }

    @Test
    @Tag("3.2")
    void knowsTheVictimInCapitals() {
        assertThat(heard("Alice", "SAY yes"))
                .as("names that differ in case alone are the same person to the server")
                .isEqualTo("SAY no");
    }

    @Test
    @Tag("3.2")
    void changesTheTextAndNoName() {
        assertThat(heard("alice", "TELL yes-man yes"))
                .as("the name of the receiver stays; with another name the server answers ERROR no-such-user")
                .isEqualTo("TELL yes-man no");
        assertThat(heard("alice", "HELLO yes"))
                .as("HELLO holds a name, no words")
                .isEqualTo("HELLO yes");
        assertThat(heard("alice", "KEY yes")).as("KEY holds a key, no words").isEqualTo("KEY yes");
    }

    @Test
    @Tag("3.2")
    void lettersAndSpacesAroundTheWordStay() {
        assertThat(heard("alice", "SAY  niña 漢字  yes "))
                .as("all but the word stays as it was typed, every space too")
                .isEqualTo("SAY  niña 漢字  no ");
    }

    @Test
    @Tag("3.2")
    void aLineThatWouldGrowTooLongPassesUnchanged() {
        Forger growing = new Forger(new Plan("alice", "yes", "by no means", "bob", "carol", "", ""));
        String line = "SAY yes " + "é".repeat(2041);
        assertThat(growing.rewritten("alice", line))
                .as("with the longer word the line has more than 4,096 bytes (an é has two): the server would answer"
                        + " ERROR too-long, and alice would notice")
                .isEqualTo(line);
        String shorter = "SAY yes " + "x".repeat(4079);
        assertThat(growing.rewritten("alice", shorter))
                .as("a line that has exactly 4,096 bytes with its LF is still allowed")
                .isEqualTo("SAY by no means " + "x".repeat(4079));
    }

    @Test
    @Tag("3.3")
    void theInventedLineFollowsTheCue() {
        assertThat(forger.followed("bob", "SAID Carol good evening, all"))
                .as("the real line first, then the invented one")
                .containsExactly("SAID Carol good evening, all", "SAID Carol I must go.");
    }

    @Test
    @Tag("3.3")
    void itIsSaidOnce() {
        forger.followed("bob", "SAID Carol good evening, all");
        assertThat(forger.followed("bob", "SAID Carol good evening, Dave"))
                .as("the cue came again: the same words twice would be noticed")
                .containsExactly("SAID Carol good evening, Dave");
    }

    @Test
    @Tag("3.3")
    void onlyTheReaderGetsIt() {
        assertThat(forger.followed("dave", "SAID Carol good evening"))
                .as("dave is not the reader: on his screen nothing is invented")
                .containsExactly("SAID Carol good evening");
        assertThat(forger.followed("", "ERROR hello-first say HELLO and your name first"))
                .as("before WELCOME nothing is invented: who is not in the chat gets no words")
                .containsExactly("ERROR hello-first say HELLO and your name first");
    }

    @Test
    @Tag("3.3")
    void onlyTheSpeakersOwnLineIsTheCue() {
        assertThat(forger.followed("bob", "SAID dave good evening"))
                .as("dave says the cue, and Carol may not even be there")
                .containsExactly("SAID dave good evening");
        assertThat(forger.followed("bob", "WELCOME bob"))
                .as("nothing is invented before the speaker has said the cue")
                .containsExactly("WELCOME bob");
    }

    @Test
    @Tag("3.3")
    void theNameIsWrittenAsTheServerWritesIt() {
        assertThat(forger.followed("BOB", "SAID CAROL good evening"))
                .as("the speaker's name as it is on the screen already: CAROL; another spelling would be noticed")
                .containsExactly("SAID CAROL good evening", "SAID CAROL I must go.");
    }
}
