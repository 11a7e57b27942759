package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.Packet;
import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.Stream;
import eavesdrop.tcp.StreamSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Searches one direction of a stream for a text, also across segments, and what was sent again for itself.
final class SearchSink implements StreamSink {
    private final Stream stream;
    private final boolean fromClient;
    private final TextMatcher matcher;
    private final TextMatcher repeatMatcher;
    private final Consumer<Sighting> out;
    private final Searched searched;
    /// The chunks that the last bytes of a possible match came from.
    private final Deque<Origin> recent = new ArrayDeque<>();

    /// Where a run of bytes came from.
    private record Origin(long offset, int length, int frame, int frameOffset, long nanos) {
        static Origin of(Chunk chunk) {
            return new Origin(chunk.offset(), chunk.length(), chunk.frame(), chunk.frameOffset(), chunk.nanos());
        }

        long end() {
            return offset + length;
        }
    }

    SearchSink(Stream stream, boolean fromClient, byte[] text, Searched searched, Consumer<Sighting> out) {
        this.stream = stream;
        this.fromClient = fromClient;
        this.matcher = new TextMatcher(text);
        this.repeatMatcher = new TextMatcher(text);
        this.searched = searched;
        this.out = out;
    }

    @Override
    public void bytes(Chunk chunk) {
        searched.bytes += chunk.length();
        recent.addLast(Origin.of(chunk));
        for (int i = 0; i < chunk.length(); i++) {
            if (matcher.endsWith(chunk.byteAt(i))) {
                long start = chunk.offset() + i + 1 - matcher.length();
                out.accept(sighting(recent, start, new Sighting.How.Plain()));
            }
        }
        forgetBefore(chunk.offset() + chunk.length() - matcher.length());
    }

    private void forgetBefore(long offset) {
        while (!recent.isEmpty() && recent.getFirst().end() <= offset) {
            recent.removeFirst();
        }
    }

    @Override
    public void gap(long offset, long length) {
        searched.gaps++;
        searched.missing += length;
        matcher.interrupt();
        recent.clear();
    }

    @Override
    public void unplaced(Chunk chunk) {
        searched.repeated += chunk.length();
        repeatMatcher.interrupt();
        for (int i = 0; i < chunk.length(); i++) {
            if (repeatMatcher.endsWith(chunk.byteAt(i))) {
                long start = chunk.offset() + i + 1 - repeatMatcher.length();
                out.accept(sighting(List.of(Origin.of(chunk)), start, new Sighting.How.Again()));
            }
        }
    }

    private Sighting sighting(Iterable<Origin> origins, long start, Sighting.How how) {
        long end = start + matcher.length();
        List<Origin> carriers = new ArrayList<>();
        for (Origin origin : origins) {
            if (origin.end() > start && origin.offset < end) {
                carriers.add(origin);
            }
        }
        Origin first = carriers.getFirst();
        int within = (int) (start - first.offset);
        Endpoint from = fromClient ? stream.client() : stream.server();
        Endpoint to = fromClient ? stream.server() : stream.client();
        return new Sighting(
                stream.index(),
                fromClient,
                from,
                to,
                Packet.instant(first.nanos),
                carriers.stream().map(Origin::frame).distinct().toList(),
                start,
                first.frameOffset < 0 ? -1 : first.frameOffset + within,
                how);
    }
}
