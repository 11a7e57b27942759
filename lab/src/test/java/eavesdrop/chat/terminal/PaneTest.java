package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaneTest {
    private static final int WIDTH = 20;
    private static final int HEIGHT = 3;

    private final Pane pane = new Pane();

    private void say(int from, int to) {
        for (int i = from; i <= to; i++) {
            pane.add(new Entry.Advice("line " + i));
        }
    }

    private List<String> view() {
        return view(WIDTH);
    }

    private List<String> view(int width) {
        return pane.view(width, HEIGHT).stream().map(Row::text).toList();
    }

    @Test
    void showsTheNewest() {
        say(1, 5);
        assertThat(view()).isEqualTo(List.of("line 3", "line 4", "line 5"));
    }

    @Test
    void showsWhatThereIs() {
        assertThat(view()).isEmpty();
        say(1, 1);
        assertThat(view()).isEqualTo(List.of("line 1"));
    }

    @Test
    void scrollsUpToTheOldestAndBack() {
        say(1, 6);
        pane.up(2, WIDTH, HEIGHT);
        assertThat(view()).isEqualTo(List.of("line 2", "line 3", "line 4"));
        pane.up(100, WIDTH, HEIGHT);
        assertThat(view()).isEqualTo(List.of("line 1", "line 2", "line 3"));
        pane.down(1, WIDTH);
        assertThat(view()).isEqualTo(List.of("line 2", "line 3", "line 4"));
        pane.down(100, WIDTH);
        assertThat(view()).isEqualTo(List.of("line 4", "line 5", "line 6"));
        assertThat(pane.isFollowing()).isTrue();
    }

    @Test
    void doesNotScrollWhenAllIsInView() {
        say(1, 3);
        pane.up(1, WIDTH, HEIGHT);
        pane.toTop(WIDTH, HEIGHT);
        assertThat(pane.isFollowing()).isTrue();
    }

    @Test
    void jumpsToTheTop() {
        say(1, 50);
        pane.toTop(WIDTH, HEIGHT);
        assertThat(view()).isEqualTo(List.of("line 1", "line 2", "line 3"));
    }

    @Test
    void staysWhereThePersonReadsAndCountsWhatCame() {
        say(1, 6);
        pane.up(2, WIDTH, HEIGHT);
        List<String> before = view();
        say(7, 9);
        assertThat(view()).isEqualTo(before);
        assertThat(pane.unseen()).isEqualTo(3);
        pane.follow();
        assertThat(view()).isEqualTo(List.of("line 7", "line 8", "line 9"));
        assertThat(pane.unseen()).isZero();
    }

    @Test
    void scrollsByRowsWithinALongEntry() {
        pane.add(new Entry.Advice("one two three four five"));
        say(1, 1);
        assertThat(view(5)).isEqualTo(List.of("five", "line", "1"));
        pane.up(3, 5, HEIGHT);
        assertThat(view(5)).isEqualTo(List.of("two", "three", "four"));
    }

    @Test
    void keepsTheEntryInViewWhenTheWidthChanges() {
        say(1, 20);
        pane.up(10, WIDTH, HEIGHT);
        assertThat(view()).endsWith("line 10");
        assertThat(view(4)).endsWith("10");
        assertThat(view(WIDTH)).endsWith("line 10");
    }

    @Test
    void keepsALongEntryInViewWhenItGetsShorter() {
        say(1, 3);
        pane.add(new Entry.Advice("one two three four five"));
        say(4, 4);
        pane.up(4, 5, HEIGHT);
        assertThat(view(5)).isEqualTo(List.of("one", "two", "three"));
        assertThat(view(80)).isEqualTo(List.of("line 2", "line 3", "one two three four five"));
    }

    @Test
    void forgetsTheOldest() {
        say(1, 1500);
        pane.toTop(WIDTH, HEIGHT);
        assertThat(view()).startsWith("line 501");
    }

    @Test
    void staysInOrderWhenWhatThePersonReadsIsForgotten() {
        say(1, 1000);
        pane.toTop(WIDTH, HEIGHT);
        say(1001, 3000);
        assertThat(view()).startsWith("line 2001");
        pane.follow();
        assertThat(view()).endsWith("line 3000");
    }
}
