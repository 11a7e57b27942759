package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.WireLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CopiesTest {
    private final PlayedLab lab = PlayedLab.inContainers("alice", "bob");

    @Test
    void findsWhatWasSentAgainAndNothingElse() {
        lab.toServer("alice", "SAY one").toServer("bob", "SAY one").toServer("alice", "SAY two");
        int one = lab.frameOf("SAY one");
        int two = lab.frameOf("SAY two");
        int first = lab.retransmit(one);
        lab.retransmit(two);
        int second = lab.retransmit(one);
        assertThat(new Copies(lab).retransmissions(List.of(one))).containsExactly(first, second);
        assertThat(new Copies(lab).retransmissions(List.of(second))).isEmpty();
    }

    /// A student who lets two programs talk for days must not hold up the checking of a class.
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isNotHeldUpByAConversationWithoutEnd() {
        for (int line = 0; line < 80_000; line++) {
            lab.toServer("alice", "SAY again");
        }
        List<Integer> frames = lab.lines().stream().map(WireLine::frame).toList();
        assertThat(new Copies(lab).retransmissions(frames)).isEmpty();
    }
}
