package eavesdrop.tcp;

import eavesdrop.pcap.Datagram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All TCP streams of a capture, numbered as Wireshark numbers them: by their first segment. A SYN with a
/// new initial sequence number between the same two ends is a new stream.
///
/// Whatever comes, streams and the segments that wait for their turn take at most half of the memory;
/// `givenUp()` tells what that did cost.
public final class Streams {

    private final StreamSinks sinks;
    private final boolean live;
    private final Budget budget = new Budget(Runtime.getRuntime().maxMemory() / 2);
    private final List<Stream> streams = new ArrayList<>();
    /// The newest stream between two ends, at the place that their hash gives or behind it.
    private @Nullable Stream[] table = new Stream[1024];

    private int taken;
    private long refused;

    /// @param sinks where the bytes go
    /// @param live whether somebody watches: then a hole is given up once the receiver has acknowledged it;
    ///     otherwise it may be filled until the capture ends
    public Streams(StreamSinks sinks, boolean live) {
        this.sinks = sinks;
        this.live = live;
    }

    /// What had to be given up so that the memory suffices.
    ///
    /// @param holes holes that were told as gaps although the missing bytes could still have come
    /// @param segments segments that belong to none of the streams that are kept apart
    public record GivenUp(long holes, long segments) {}

    public GivenUp givenUp() {
        return new GivenUp(budget.givenUp(), refused);
    }

    /// Takes the next segment of the capture and returns the stream that it belongs to; nothing when it would
    /// open one stream too many.
    public @Nullable Stream add(Segment segment) {
        int place = place(segment);
        Stream stream = table[place];
        if (stream == null || stream.isReopenedBy(segment)) {
            if (budget.isExceeded()) {
                refused++;
                return null;
            }
            budget.takeStream();
            taken += stream == null ? 1 : 0;
            stream = new Stream(streams.size(), segment, budget);
            streams.add(stream);
            table[place] = stream;
            growWhenFull();
        }
        stream.add(segment, sinks, budget, live);
        return stream;
    }

    /// Every stream so far; its place in the list is its index.
    public List<Stream> all() {
        return Collections.unmodifiableList(streams);
    }

    /// The capture has ended: what waits is delivered, with gaps for what is missing.
    public void finish() {
        streams.forEach(Stream::finish);
    }

    /// Where the stream of this segment stands in the table, or must be put.
    private int place(Segment segment) {
        int mask = table.length - 1;
        int place = hash(segment) & mask;
        Stream found = table[place];
        while (found != null && !found.connects(segment)) {
            place = (place + 1) & mask;
            found = table[place];
        }
        return place;
    }

    /// The same for both directions.
    private static int hash(Segment segment) {
        Datagram datagram = segment.datagram();
        return Stream.hash(
                datagram.sourceHigh(),
                datagram.sourceLow(),
                segment.sourcePort(),
                datagram.destinationHigh(),
                datagram.destinationLow(),
                segment.destinationPort());
    }

    private void growWhenFull() {
        if (taken * 2 < table.length) {
            return;
        }
        @Nullable Stream[] old = table;
        table = new Stream[old.length * 2];
        for (Stream stream : old) {
            if (stream != null) {
                putAgain(stream);
            }
        }
    }

    private void putAgain(Stream stream) {
        int mask = table.length - 1;
        int place = stream.hash() & mask;
        while (table[place] != null) {
            place = (place + 1) & mask;
        }
        table[place] = stream;
    }
}
