package eavesdrop.evidence;

import eavesdrop.evidence.StreamSummary.Half;
import eavesdrop.pcap.CaptureReader;
import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import eavesdrop.tcp.StreamSinks;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The streams of a capture in figures.
///
/// A capture may hold a million of them, so the figures of each are made when they are given out, and not kept.
public final class StreamSummaries {
    /// So many directions may gather many bytes each.
    private static final int MANY = 10_000;

    private final Listening listening;
    private final DigestLane lane;
    /// Of stream n, what the client sent at 2n and what the server sent at 2n + 1.
    private @Nullable StreamDigest[] digests = new StreamDigest[256];

    private StreamSummaries(CaptureReader reader, Executor digester) {
        this.lane = new DigestLane(reader, digester);
        this.listening = new Listening(reader, new Opener(), (_, _) -> {}, false);
    }

    /// Reads a capture to its end.
    public static StreamSummaries of(CaptureReader reader) {
        return of(reader, Runnable::run);
    }

    /// Reads a capture to its end.
    ///
    /// @param digester makes the digests, perhaps beside the reading
    public static StreamSummaries of(CaptureReader reader, Executor digester) {
        StreamSummaries summaries = new StreamSummaries(reader, digester);
        summaries.listening.untilEnd();
        summaries.lane.finish();
        return summaries;
    }

    private final class Opener implements StreamSinks {
        private int opened;

        @Override
        public StreamSink open(Stream stream, boolean fromClient) {
            int place = place(stream, fromClient);
            if (place >= digests.length) {
                digests = Arrays.copyOf(digests, place * 2);
            }
            StreamDigest digest = new StreamDigest(lane, opened++ < MANY ? 4096 : 64);
            digests[place] = digest;
            return digest;
        }

        /// Mostly that of its SHA-256.
        @Override
        public int memory() {
            return opened < MANY ? 4096 + 700 : 700;
        }
    }

    private static int place(Stream stream, boolean fromClient) {
        return stream.index() * 2 + (fromClient ? 0 : 1);
    }

    /// The streams in Wireshark's order: the place is the index. Only once.
    public java.util.stream.Stream<StreamSummary> streams() {
        return listening.streams().stream()
                .map(stream -> new StreamSummary(
                        stream.index(), stream.client(), stream.server(), half(stream, true), half(stream, false)));
    }

    private Half half(Stream stream, boolean fromClient) {
        int place = place(stream, fromClient);
        StreamDigest digest = place < digests.length ? digests[place] : null;
        if (digest == null) {
            return StreamDigest.empty(stream.direction(fromClient).frames());
        }
        digests[place] = null;
        return digest.half(stream.direction(fromClient).frames(), stream.delivered(fromClient));
    }

    /// How many packets the capture holds, of whatever kind.
    public int packets() {
        return listening.packets();
    }

    /// What could not be read, in plain statements.
    public List<String> limits() {
        return listening.limits();
    }
}
