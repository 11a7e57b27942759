package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A chat as the packets alone tell it.
///
/// @param lines in the order in which their first bytes were captured, unless they were given out in parts
/// @param packets how many packets the capture holds, of whatever kind
/// @param streams how many TCP streams it holds
/// @param limits what could not be read, in plain statements
public record Conversation(List<ChatLine> lines, int packets, int streams, List<String> limits) {
    public Conversation {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
    }

    /// Reads a capture to its end and gives its lines out in parts, so that a conversation may be longer than the
    /// memory. A name that is learned late holds for the lines of the same part and later ones.
    ///
    /// @param executor works on the parts, and calls `out`, one part after the other, perhaps beside the reading
    /// @return everything but the lines
    public static Conversation inParts(CaptureReader reader, Executor executor, Consumer<List<ChatLine>> out) {
        Parts parts = new Parts(executor, out);
        ChatLines chat = new ChatLines(parts);
        Listening listening = Listening.toAll(reader, chat);
        chat.finish();
        parts.finish();
        List<String> limits = new ArrayList<>(listening.limits());
        limits.addAll(chat.limits());
        return new Conversation(
                List.of(), listening.packets(), listening.streams().size(), limits);
    }

    /// Gathers lines, and gives them out in order when there are many.
    private static final class Parts implements Consumer<WireLine> {
        /// The first part: a class says less in a term.
        private static final int FIRST_LINES = 20_000;
        /// Of a longer conversation little is kept at a time.
        private static final int LATER_LINES = 2_000;
        /// What a line takes beside its text, roughly.
        private static final int OVERHEAD = 400;

        private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 16;
        /// One is worked on while the next one is gathered.
        private static final int MOST_PARTS = 2;

        private final Lane lane;
        private final Consumer<List<ChatLine>> out;
        private List<WireLine> lines = new ArrayList<>();
        private final Names names = new Names();
        private final Copies copies = new Copies();
        private int most = FIRST_LINES;
        private long bytes;

        Parts(Executor executor, Consumer<List<ChatLine>> out) {
            this.lane = new Lane(executor, MOST_PARTS);
            this.out = out;
        }

        @Override
        public void accept(WireLine line) {
            lines.add(line);
            bytes += OVERHEAD + 2L * line.text().length();
            if (lines.size() == most || bytes > MOST_BYTES) {
                give();
            }
        }

        private void give() {
            List<WireLine> part = lines;
            lane.run(() -> understand(part));
            lines = new ArrayList<>();
            most = LATER_LINES;
            bytes = 0;
        }

        private void understand(List<WireLine> part) {
            part.sort(CaptureEvidence.ORDER);
            part.forEach(names::learn);
            List<ChatLine> understood = new ArrayList<>(part.size());
            for (WireLine line : part) {
                understood.add(Conversation.understand(line, names, copies));
            }
            out.accept(understood);
        }

        void finish() {
            give();
            lane.await();
        }
    }

    static ChatLine understand(WireLine line, Names names, Copies copies) {
        String client = names.client(line);
        Meaning meaning = Meaning.of(line, client);
        return new ChatLine(line, client, meaning, copies.original(line, meaning));
    }
}
