package eavesdrop.chat.protocol;

/// One line as it came out of a stream of bytes (`LineDecoder`), good or bad.
public sealed interface ReceivedLine {
    /// Where the line starts in the stream: the number of bytes before it.
    long offset();

    /// A line that can be read.
    ///
    /// @param text without its LF, and without the CR before it if there was one
    record Text(long offset, String text) implements ReceivedLine {}

    /// A line longer than the limit. Its bytes were thrown away up to its LF.
    record TooLong(long offset) implements ReceivedLine {}

    /// A line whose bytes are not UTF-8 (RFC 3629).
    ///
    /// @param readable the line with U+FFFD where bytes could not be read; for people, not for programs
    record NotUtf8(long offset, String readable) implements ReceivedLine {}
}
