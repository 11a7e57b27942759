package eavesdrop.exercises.lab2;

import eavesdrop.pcap.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps apart what different people said at the same time.
///
/// In a capture the segments of all connections stand as they came, one of Alice, one of Bob, and in between the
/// server's answers. A half line of Alice goes on in Alice's next segment to the server, and nowhere else.
public final class Streams {
    private record Direction(int from, int to) {}

    private final Map<Direction, LineReader> byDirection = new HashMap<>();
    private final Supplier<? extends LineReader> readers;

    /// @param readers gives a new reader for each direction of each connection
    public Streams(Supplier<? extends LineReader> readers) {
        this.readers = readers;
    }

    /// Takes the next segment of the capture.
    ///
    /// @return the lines that are whole now, and who said them to whom
    public List<Heard> add(Segment segment) {
        LineReader reader =
                byDirection.computeIfAbsent(new Direction(segment.from().port(), segment.to().port()), _ -> readers.get());
        return reader.add(segment).stream()
                .map(line -> new Heard(segment.from(), segment.to(), line))
                .toList();
    }
}
