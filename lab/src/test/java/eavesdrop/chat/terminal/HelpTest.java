package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.client.Sending;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {
    private static final Speaker NOBODY = new Speaker() {
        @Override
        public Sending send(ClientLine line) {
            return new Sending.Sent();
        }

        @Override
        public void rename(Name name) {}
    };

    @Test
    void needsOneRowForEachLineInATerminalOfEightyColumns() {
        List<Entry> shown = new ArrayList<>();
        new Talk(NOBODY, shown::add).enter("/help");

        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(Bubble.rows(entry, 80)).hasSize(1));
    }
}
