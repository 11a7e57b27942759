package eavesdrop.exercises.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
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
    @Order(1)
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
        assertThat(seat("alice", "HERE bob carol"))
                .as("a list of those who are here; alice still sits here")
                .isEqualTo("alice");
        assertThat(seat("alice", "LEFT bob"))
                .as("bob leaves; alice still sits here")
                .isEqualTo("alice");
        assertThat(seat("alice", "JOINED carol"))
                .as("carol joins elsewhere; alice still sits here")
                .isEqualTo("alice");
    }

    @Test
    @Order(1)
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
        assertThat(heard("alice", "TELL Mr-yes yes"))
                .as("the name of the receiver stays as it is; with another name the server answers ERROR no-such-user")
                .isEqualTo("TELL Mr-yes no");
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
    void everyOtherLineOfTheVictimPassesLetterByLetter() {
        for (String line : List.of("SAY  maybe ", "HELLO  alice ", "WHO is there", "KEY  abc ", "BYE now")) {
            assertThat(heard("alice", line))
                    .as("a line without the word: not a letter of it may change. parse and print may change some: give"
                            + " back the line itself")
                    .isEqualTo(line);
        }
        for (String line : List.of("say yes", "SHOUT yes", "")) {
            assertThat(heard("alice", line))
                    .as("a line that the protocol does not know: the server has to answer it with its ERROR, as ever")
                    .isEqualTo(line);
        }
    }

    @Test
    @Tag("3.2")
    void theWordIsNoPattern() {
        Forger dear = new Forger(new Plan("alice", "5.00", "9.00", "bob", "carol", "", ""));
        assertThat(dear.rewritten("alice", "SAY 5.00, not 5000"))
                .as("the word is 5.00, and 5000 is another one: replace takes it letter by letter, replaceAll and"
                        + " replaceFirst take it for a regular expression")
                .isEqualTo("SAY 9.00, not 5000");
        Forger dollars = new Forger(new Plan("alice", "5.00", "$9", "bob", "carol", "", ""));
        assertThat(dollars.rewritten("alice", "SAY 5.00"))
                .as("what is put in its place, letter by letter, too")
                .isEqualTo("SAY $9");
    }

    @Test
    @Tag("3.2")
    void aLineThatWouldGrowTooLongPassesUnchanged() {
        Forger growing = new Forger(new Plan("alice", "yes", "by no means", "bob", "carol", "", ""));
        String line = "SAY yes " + "é".repeat(2041);
        assertThat(shown(growing.rewritten("alice", line)))
                .as("with the longer word the line has more than 4,096 bytes (an é has two): the server would answer"
                        + " ERROR too-long, and alice would notice")
                .isEqualTo(shown(line));
        assertThat(shown(growing.rewritten("alice", "SAY yes " + "x".repeat(4080))))
                .as("with the longer word the line has 4,096 bytes, and its LF is one more: ERROR too-long")
                .isEqualTo(shown("SAY yes " + "x".repeat(4080)));
        assertThat(shown(growing.rewritten("alice", "SAY yes " + "x".repeat(4079))))
                .as("a line that has exactly 4,096 bytes with its LF is still allowed")
                .isEqualTo(shown("SAY by no means " + "x".repeat(4079)));
    }

    /// A long line, short enough for a message.
    private static String shown(String line) {
        return line.substring(0, Math.min(20, line.length())) + "… (" + line.length() + " letters)";
    }

    @Test
    @Order(1)
    @Tag("3.3")
    void theInventedLineFollowsTheCue() {
        assertThat(forger.followed("bob", "SAID Carol  good evening, all "))
                .as("the real line first, as it is, then the invented one")
                .containsExactly("SAID Carol  good evening, all ", "SAID Carol I must go.");
    }

    @Test
    @Tag("3.3")
    void theCueMayStandAnywhereInTheLine() {
        assertThat(forger.followed("bob", "SAID Carol I wish you all a good evening!"))
                .as("Carol says the cue within a longer line")
                .containsExactly("SAID Carol I wish you all a good evening!", "SAID Carol I must go.");
    }

    @Test
    @Tag("3.3")
    void aWhisperIsNoCue() {
        assertThat(forger.followed("bob", "TOLD Carol good evening"))
                .as("Carol whispers the cue to bob: only a line to everyone is one")
                .containsExactly("TOLD Carol good evening");
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
        List<String> lines = forger.followed("BOB", "SAID CAROL good evening");
        assertThat(lines)
                .as("BOB is bob, and CAROL is Carol: names that differ in case alone are the same person")
                .hasSize(2);
        assertThat(lines)
                .as("the speaker's name as it is on the screen already: CAROL; another spelling would be noticed")
                .containsExactly("SAID CAROL good evening", "SAID CAROL I must go.");
    }
}
