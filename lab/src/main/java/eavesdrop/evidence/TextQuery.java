package eavesdrop.evidence;

import java.time.Instant;

/// What is asked of an observer: do you know this text, and do you know that something was said?
///
/// The text is looked for everywhere. That something was said counts only from `from` (inclusive) to `until`
/// (exclusive): who asks knows when the text was said, and so does not take another utterance for it.
///
/// @param text not empty
public record TextQuery(String text, Instant from, Instant until) {
    public TextQuery {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("An empty text is everywhere.");
        }
    }

    /// Asks about the whole time.
    public static TextQuery of(String text) {
        return new TextQuery(text, Instant.MIN, Instant.MAX);
    }

    /// The same question about a part of the time.
    public TextQuery between(Instant begin, Instant end) {
        return new TextQuery(text, begin, end);
    }

    boolean covers(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
