package eavesdrop.worksheet;

import eavesdrop.worksheet.LineQuery.End;
import java.util.Map;

/// What is expected of an answer, as a question put to the evidence. `Examiner` puts it.
public sealed interface Expectation {
    /// A question about a chat line in the capture.
    sealed interface OfLine extends Expectation {
        LineQuery line();
    }

    /// A question about a record of the operator's log.
    sealed interface OfRecord extends Expectation {
        RecordQuery record();
    }

    /// The frame that first carries the line.
    record FrameOf(LineQuery line) implements OfLine {}

    /// A frame of the handshake that opened the line's connection (RFC 9293, section 3.5): 1 SYN, 2 SYN and ACK, 3 ACK.
    record HandshakeOf(LineQuery line, int step) implements OfLine {}

    /// The control bits of that frame.
    record FlagsOf(LineQuery line) implements OfLine {}

    /// The control bits of the first captured frame of the line's connection.
    record OpeningFlagsOf(LineQuery line) implements OfLine {}

    /// The IP address of one end of the line's connection.
    record AddressOf(LineQuery line, End end) implements OfLine {}

    /// The hardware address of one end of the line's connection.
    record MacOf(LineQuery line, End end) implements OfLine {}

    /// The port of one end of the line's connection.
    record PortOf(LineQuery line, End end) implements OfLine {}

    /// The stream index of the line's connection (`tcp.stream`).
    record StreamOf(LineQuery line) implements OfLine {}

    /// The sequence number of the frame that carries the line.
    ///
    /// @param raw as it stands in the header (`tcp.seq_raw`); else relative (`tcp.seq`)
    record SequenceOf(LineQuery line, boolean raw) implements OfLine {}

    /// Bytes in the frame before a text of the line.
    record OffsetOf(LineQuery line, String text) implements OfLine {}

    /// How often such a line crosses the wire, in both directions or in the one that the query names.
    record CopiesOf(LineQuery line) implements OfLine {}

    /// In how many frames the line travels.
    record FramesOf(LineQuery line) implements OfLine {}

    /// How many sealed lines cross the wire. Those without a text in them may be counted or not: a goodbye is one, and
    /// who counts before the client leaves does not see it.
    ///
    /// @param around how many bytes beside the text are in it
    record LettersOf(LineQuery line, int around) implements OfLine {}

    /// The size in bytes of the frame that carries the line.
    record LengthOf(LineQuery line, Measure measure) implements OfLine {}

    /// What of a frame is measured.
    enum Measure {
        /// The TCP payload (`tcp.len`).
        PAYLOAD,
        /// The headers and the payload (`frame.len`).
        FRAME
    }

    /// The bytes of a text of the line, in UTF-8.
    record BytesOf(LineQuery line, String text) implements OfLine {}

    /// A piece of the line's text.
    record WordIn(LineQuery line, String word) implements OfLine {}

    /// The whole text of the line after what the query says it starts with.
    record TextOf(LineQuery line) implements OfLine {}

    /// One option when the line holds a text, else another.
    record ChoiceBy(LineQuery line, String text, String then, String otherwise) implements OfLine {}

    /// Those options whose text the line holds.
    ///
    /// @param texts by option
    record ChoicesBy(LineQuery line, Map<String, String> texts) implements OfLine {}

    /// The options in the order of the frames (or log lines) that belong to them.
    ///
    /// @param steps by option, an expectation whose answer is a frame or a log line; all of one kind
    record OrderOf(Map<String, Expectation> steps) implements Expectation {}

    /// The line of the operator's log that holds the record.
    record LogLineOf(RecordQuery record) implements OfRecord {}

    /// How many such records the log holds.
    record RecordsOf(RecordQuery record) implements OfRecord {}

    /// The text of the record.
    record LogTextOf(RecordQuery record) implements OfRecord {}

    /// The port from which the person of a `joined` record came.
    record LogPortOf(RecordQuery record) implements OfRecord {}

    /// Those options whose field the record has.
    ///
    /// @param fields by option: `from`, `to`, `text`, `time`, …
    record LogFieldsOf(RecordQuery record, Map<String, String> fields) implements OfRecord {}

    /// How many bytes of text a sealed line holds: base64url at its end, without the bytes around the text.
    ///
    /// @param around how many bytes beside the text are in it
    record SealedIn(LineQuery line, int around) implements OfLine {}

    /// A question about the TLS connection of the person in a record of the operator's log.
    sealed interface OfTls extends Expectation {
        RecordQuery record();
    }

    /// The hello of one end (RFC 8446, section 4.1).
    record HelloOf(RecordQuery record, End end, HelloPart part) implements OfTls {}

    /// What of a hello is asked for.
    enum HelloPart {
        /// The frame in which it ends.
        FRAME,
        /// What stands in `supported_versions`, two bytes for each.
        VERSION,
        /// What stands in the field Version, two bytes.
        OLD_VERSION,
        /// The cipher suites, two bytes for each.
        CIPHER,
        /// Its 32 random bytes.
        RANDOM
    }

    /// The TLS record in which the record's line came to the server.
    record SealedOf(RecordQuery record, SealedPart part) implements OfTls {}

    /// What of a TLS record is asked for.
    enum SealedPart {
        /// The frame in which it is there whole.
        FRAME,
        /// Its bytes without its header (`tls.record.length`).
        LENGTH,
        /// Its bytes with its header.
        WHOLE,
        /// All bytes of the frame in which it ends (`frame.len`).
        FRAME_LENGTH
    }

    /// How often a text is found that may be nowhere. It is asked only where the record shows that it could be.
    sealed interface Sought extends Expectation {
        RecordQuery record();

        String text();
    }

    /// In how many frames of the capture it begins, in any form that is searched.
    record FramesWith(RecordQuery record, String text) implements Sought {}

    /// In how many lines of the record's log it stands.
    record LogLinesWith(RecordQuery record, String text) implements Sought {}

    /// Those options to whose expectation the evidence has an answer; a count must be more than none.
    record ChoicesOf(Map<String, Expectation> options) implements Expectation {}

    /// What neither capture nor log can show.
    ///
    /// @param why a sentence for the student
    record Outside(String why) implements Expectation {}
}
