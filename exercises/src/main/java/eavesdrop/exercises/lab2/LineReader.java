package eavesdrop.exercises.lab2;

import java.util.List;

/// Makes chat lines out of the segments of one direction of one connection. Given: nothing to write here.
public interface LineReader {
    /// Takes the next segment.
    ///
    /// @return the lines that are whole now, in their order, without their LF
    List<String> add(Segment segment);
}
