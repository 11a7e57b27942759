package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BubbleTest {
    private static List<String> rows(Entry entry, int width) {
        return Bubble.rows(entry, width).stream().map(Row::text).toList();
    }

    @Test
    void othersStandOnTheLeft() {
        assertThat(rows(new Entry.Said("bob", "hello"), 40)).isEqualTo(List.of("📩 bob: hello"));
        assertThat(rows(new Entry.Whispered("bob", "psst"), 40)).isEqualTo(List.of("📩 bob whispers to you: psst"));
    }

    @Test
    void onesOwnStandOnTheRight() {
        Row row = Bubble.rows(new Entry.SaidByMe("hello"), 40).getFirst();
        assertThat(row.text()).endsWith("📝 hello").startsWith("   ");
        assertThat(row.columns()).isEqualTo(40);
        assertThat(rows(new Entry.WhisperedByMe("bob", "psst"), 50).getFirst()).endsWith("📝 you whisper to bob: psst");
    }

    @Test
    void eventsStandInTheMiddle() {
        assertThat(rows(new Entry.Happened("bob joined"), 20)).isEqualTo(List.of("     bob joined"));
    }

    @Test
    void whatFollowsStandsUnderTheText() {
        assertThat(rows(new Entry.Said("bob", "one two three four five six"), 20))
                .isEqualTo(List.of("📩 bob: one two", "   three four five", "   six"));
    }

    @Test
    void aWideScreenShowsWhoseSideItIs() {
        String longText = "word ".repeat(100);
        assertThat(Bubble.rows(new Entry.Said("bob", longText), 80)).allMatch(row -> row.columns() <= 60);
        assertThat(rows(new Entry.SaidByMe(longText), 80)).allMatch(row -> row.startsWith(" ".repeat(20)));
    }

    @Test
    void noRowIsWiderThanTheScreen() {
        String text = "ñ 漢字 and 🔑 with 👨‍👩‍👧 or 🇨🇭 and averyveryverylongword";
        List<Entry> entries = List.of(
                new Entry.Said("bob", text),
                new Entry.Whispered("bob", text),
                new Entry.SaidByMe(text),
                new Entry.WhisperedByMe("bob", text),
                new Entry.Happened(text),
                new Entry.Advice(text));
        for (int width = 1; width < 100; width++) {
            int widest = width;
            for (Entry entry : entries) {
                assertThat(Bubble.rows(entry, width))
                        .as("%s at %d", entry, width)
                        .allMatch(row -> row.columns() <= widest);
            }
        }
    }
}
