package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A chat while it is held: each line is given out as soon as its last byte was captured. Names are known
/// from the lines so far.
public final class LiveConversation {
    private final Listening listening;
    private final ChatLines chat;

    public LiveConversation(CaptureReader reader, Consumer<ChatLine> out) {
        Names names = new Names();
        Copies copies = new Copies();
        this.chat = new ChatLines(line -> {
            names.learn(line);
            out.accept(Conversation.understand(line, names, copies));
        });
        this.listening = new Listening(reader, chat, (_, _) -> {}, true);
    }

    /// Takes the next packet; false when there is none (for now).
    public boolean next() {
        return listening.next();
    }

    /// What could not be read so far, in plain statements.
    public List<String> limits() {
        return Stream.concat(listening.limits().stream(), chat.limits().stream())
                .toList();
    }

    /// Nothing comes any more: gives out what waits.
    public void finish() {
        listening.finish();
        chat.finish();
    }
}
