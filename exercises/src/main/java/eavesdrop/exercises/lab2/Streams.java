package eavesdrop.exercises.lab2;

import eavesdrop.exercises.TodoException;
import java.util.List;
import java.util.function.Supplier;

/// Keeps apart what different people said at the same time.
///
/// In a capture the segments of all connections stand as they came, one of Alice, one of Bob, and in between the
/// server's answers. A half line of Alice goes on in Alice's next segment to the server, and nowhere else.
public final class Streams {
    private final Supplier<? extends LineReader> readers;

    /// @param readers gives a new reader for each direction of each connection
    public Streams(Supplier<? extends LineReader> readers) {
        this.readers = readers;
    }

    /// Takes the next segment of the capture.
    ///
    /// @return the lines that are whole now, and who said them to whom
    public List<Heard> add(Segment segment) {
        // TODO(2.4): hand the segment to the reader of its own direction; make one with readers.get() where none is.
        // Source: RFC 9293, section 3.4.1: what names a connection. A record makes a good key for a Map.
        throw new TodoException("2.4", "keep two conversations apart that are mixed in the capture");
    }
}
