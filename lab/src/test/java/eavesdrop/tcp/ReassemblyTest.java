package eavesdrop.tcp;

import eavesdrop.pcap.TcpFrame;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What a listener gets of one side of a stream. Intervals are drawn under the delivered bytes: `next` is where they
/// end.
class ReassemblyTest {
    @Test
    void deliversInOrder() throws IOException {
        new Steps().syn(99).data(100, "abc").data(103, "de").delivers("abc", "de");
    }

    @Test
    void beginsInTheMiddleWhereTheHandshakeIsMissing() throws IOException {
        new Steps().data(5000, "abc").data(5003, "de").delivers("abc", "de");
    }

    ///     abc|        next
    ///     ▐██▌        sent again
    @Test
    void tellsARetransmissionOnce() throws IOException {
        new Steps().syn(99).data(100, "abc").data(100, "abc").delivers("abc", "(again abc)");
    }

    ///     abc|
    ///      ▐█████▌    XXde: the first two contradict what was delivered, and lose
    @Test
    void whatWasDeliveredWinsOverWhatComesLater() throws IOException {
        new Steps().syn(99).data(100, "abc").data(101, "XXde").delivers("abc", "(again XX)", "de");
    }

    ///     abc|  fgh
    ///         de      fills the hole
    @Test
    void waitsForAHoleToBeFilled() throws IOException {
        new Steps().syn(99).data(100, "abc").data(105, "fgh").data(103, "de").delivers("abc", "de", "fgh");
    }

    ///     |  ▐XYZ▌    came first
    ///     |▐abcd▌     comes later, overlaps its front
    @Test
    void ofTwoThatWaitTheFirstToComeWinsUnlessTheHoleIsFilledBefore() throws IOException {
        new Steps()
                .syn(99)
                .data(103, "XYZ")
                .data(104, "12345")
                .data(100, "abc")
                .delivers("abc", "XYZ", "(again 12)", "345");
    }

    ///     |▐abcdef▌   fills the hole and more: its bytes come before those that waited
    ///     |  ▐XYZ▌
    @Test
    void whatFillsAHoleIsDeliveredWhole() throws IOException {
        new Steps().syn(99).data(102, "XYZ").data(100, "abcdef").delivers("abcdef", "(again XYZ)");
    }

    @Test
    void tellsWhatNeverCame() throws IOException {
        new Steps().syn(99).data(100, "abc").data(110, "xyz").delivers("abc", "[7 missing]", "xyz");
    }

    @Test
    void goesOnWhereSequenceNumbersWrap() throws IOException {
        new Steps().syn(-4).data(-3, "abc").data(0, "def").data(3, "g").delivers("abc", "def", "g");
    }

    @Test
    void holdsAHoleAcrossTheWrap() throws IOException {
        new Steps().syn(-4).data(2, "fgh").data(-3, "abcde").delivers("abcde", "fgh");
    }

    @Test
    void aKeepAliveIsNothingNew() throws IOException {
        new Steps().syn(99).data(100, "abc").data(102, "c").data(103, "d").delivers("abc", "(again c)", "d");
    }

    @Test
    void aZeroWindowProbeIsDataLikeAnyOther() throws IOException {
        new Steps().syn(99).data(100, "abc").data(103, "d").data(103, "def").delivers("abc", "d", "(again d)", "ef");
    }

    @Test
    void takesDataOnTheSyn() throws IOException {
        new Steps().client(99, TcpFrame.SYN, "early").data(105, "late").delivers("early", "late");
    }

    @Test
    void goesOnAfterHalfTheConnectionIsClosed() throws IOException {
        new Steps()
                .syn(99)
                .client(100, TcpFrame.FIN | TcpFrame.ACK, "abc")
                .data(100, "abc")
                .delivers("abc", "(again abc)");
    }

    @Test
    void aResetEndsNothingThatWasSent() throws IOException {
        new Steps()
                .syn(99)
                .data(100, "abc")
                .client(103, TcpFrame.RST, "")
                .data(103, "de")
                .delivers("abc", "de");
    }

    @Test
    void portsThatAreUsedAgainAreANewStream() throws IOException {
        new Steps().syn(99).data(100, "abc").syn(7000).data(7001, "xyz").delivers("abc", "|", "xyz");
    }

    @Test
    void aSynThatIsSentAgainIsTheSameStream() throws IOException {
        new Steps().syn(99).syn(99).data(100, "abc").syn(99).delivers("abc");
    }

    ///     |   ▐def░░░▌   snapped: three bytes were captured, three were not
    ///     |   ▐defghi▌   sent again, whole
    @Test
    void whatWasSnappedIsTakenFromWhatWaits() throws IOException {
        new Steps()
                .syn(99)
                .snapped(103, "def", 3)
                .data(103, "defghi")
                .data(100, "abc")
                .delivers("abc", "def", "(again def)", "ghi");
    }

    @Test
    void whatWasSnappedIsAGapWhereNothingHoldsIt() throws IOException {
        new Steps()
                .syn(99)
                .snapped(100, "abc", 3)
                .snapped(108, "ijk", 3)
                .data(106, "gh")
                .delivers("abc", "[3 missing]", "gh", "ijk", "[3 missing]");
    }

    @Test
    void ofWhatWasSnappedALaterSegmentFillsAPart() throws IOException {
        new Steps()
                .syn(99)
                .snapped(103, "de", 6)
                .data(107, "hi")
                .data(100, "abc")
                .delivers("abc", "de", "[2 missing]", "hi", "[2 missing]");
    }

    @Test
    void whoWatchesIsNotKeptWaitingForWhatTheReceiverHas() throws IOException {
        new Steps(true).syn(99).data(105, "fgh").acknowledged(108).delivers("[5 missing]", "fgh");
    }

    @Test
    void whoWatchesWaitsForWhatTheReceiverLacks() throws IOException {
        new Steps(true).syn(99).data(105, "fgh").acknowledged(100).delivers();
    }
}
