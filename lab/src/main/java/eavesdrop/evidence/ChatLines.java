package eavesdrop.evidence;

import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import eavesdrop.tcp.StreamSinks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Finds the chat in the streams of a capture, whatever port it uses, and gives out its lines.
public final class ChatLines implements StreamSinks {
    private final Consumer<WireLine> out;
    private final Map<Stream, ChatStream> undecidedOrChat = new HashMap<>();

    public ChatLines(Consumer<WireLine> out) {
        this.out = out;
    }

    @Override
    public StreamSink open(Stream stream, boolean fromClient) {
        return undecidedOrChat
                .computeIfAbsent(stream, opened -> new ChatStream(opened, out))
                .sink(fromClient);
    }

    /// Mostly that of the lines that are kept until it is known whether they are a chat's.
    @Override
    public int memory() {
        return 1200;
    }

    /// The capture has ended: gives out the lines that have no LF.
    public void finish() {
        List<ChatStream> streams = new ArrayList<>(undecidedOrChat.values());
        streams.forEach(ChatStream::finish);
    }
}
