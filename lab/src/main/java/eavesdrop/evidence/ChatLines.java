package eavesdrop.evidence;

import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import eavesdrop.tcp.StreamSinks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Finds the chat in the streams of a capture, whatever port it uses, and gives out its lines.
public final class ChatLines implements StreamSinks {
    /// So many bytes are kept of streams that may be a chat, and of lines that have not ended; beyond that what
    /// has been kept the longest is given up.
    private static final long MOST_KEPT = 64L << 20;

    private final Consumer<WireLine> out;
    private final long mostKept;
    private final Map<Stream, ChatStream> streams = new HashMap<>();
    private final Deque<Keeper> keepers = new ArrayDeque<>();
    private long kept;
    private int givenUp;

    public ChatLines(Consumer<WireLine> out) {
        this(out, MOST_KEPT);
    }

    ChatLines(Consumer<WireLine> out, long mostKept) {
        this.out = out;
        this.mostKept = mostKept;
    }

    /// A stream, and how much is kept of it.
    private final class Keeper {
        final ChatStream stream;
        int keeps;
        boolean queued;

        Keeper(Stream stream) {
            this.stream = new ChatStream(stream, out, this::keeps);
        }

        private void keeps(int more) {
            keeps += more;
            kept += more;
            if (!queued && keeps > 0) {
                queued = true;
                keepers.add(this);
            }
            while (kept > mostKept) {
                giveUp(keepers.remove());
            }
        }

        /// This stream is being read: it goes to the end of the queue.
        private void giveUp(Keeper oldest) {
            oldest.queued = false;
            if (oldest == this) {
                queued = true;
                keepers.add(this);
            } else if (oldest.keeps > 0 && oldest.stream.giveUp()) {
                givenUp++;
            }
        }
    }

    @Override
    public StreamSink open(Stream stream, boolean fromClient) {
        return streams.computeIfAbsent(stream, opened -> new Keeper(opened).stream)
                .sink(fromClient);
    }

    /// Mostly that of the objects for each stream; see `MOST_KEPT` for what is kept of its bytes.
    @Override
    public int memory() {
        return 1200;
    }

    /// The capture has ended: gives out the lines that have no LF.
    public void finish() {
        List.copyOf(streams.values()).forEach(ChatStream::finish);
    }

    /// What was given up so that the memory suffices, in plain statements; empty when nothing was.
    public List<String> limits() {
        return givenUp == 0
                ? List.of()
                : List.of(
                        "Too many streams had to be looked at side by side, so that some were not searched for a chat: "
                                + givenUp + ".");
    }
}
