package eavesdrop.worksheet;

import eavesdrop.worksheet.LineQuery.End;

/// What is expected of an answer, as a question put to the evidence. `Examiner` puts it.
public sealed interface Expectation {
    /// The chat line that the question is about.
    LineQuery line();

    /// The frame that first carries the line.
    record FrameOf(LineQuery line) implements Expectation {}

    /// The control bits of that frame.
    record FlagsOf(LineQuery line) implements Expectation {}

    /// The control bits of the first captured frame of the line's connection.
    record OpeningFlagsOf(LineQuery line) implements Expectation {}

    /// The IP address of one end of the line's connection.
    record AddressOf(LineQuery line, End end) implements Expectation {}

    /// The port of one end of the line's connection.
    record PortOf(LineQuery line, End end) implements Expectation {}

    /// Bytes in the frame before a text of the line.
    record OffsetOf(LineQuery line, String text) implements Expectation {}

    /// How often such a line crosses the wire, in both directions or in the one that the query names.
    record CopiesOf(LineQuery line) implements Expectation {}

    /// In how many frames the line travels.
    record FramesOf(LineQuery line) implements Expectation {}

    /// The size in bytes of the frame that carries the line.
    record LengthOf(LineQuery line, Measure measure) implements Expectation {}

    /// What of a frame is measured.
    enum Measure {
        /// The TCP payload (`tcp.len`).
        PAYLOAD,
        /// The headers and the payload (`frame.len`).
        FRAME
    }

    /// A piece of the line's text.
    record WordIn(LineQuery line, String word) implements Expectation {}

    /// The whole text of the line after what the query says it starts with.
    record TextOf(LineQuery line) implements Expectation {}

    /// One option when the line holds a text, else another.
    record ChoiceBy(LineQuery line, String text, String then, String otherwise) implements Expectation {}
}
