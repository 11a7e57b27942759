package eavesdrop.chat.protocol;

import java.nio.charset.StandardCharsets;

/// Splits a line at its first space, and turns a line into bytes. The rest after the space keeps all its
/// spaces: a text is passed on as it was typed.
final class Words {
    private Words() {}

    static String first(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? line : line.substring(0, space);
    }

    static String afterFirst(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? "" : line.substring(space + 1);
    }

    /// The line's bytes with its LF. A line that holds an LF would be two lines to the other side, the second of
    /// them chosen by whoever wrote the text; so that is refused.
    static byte[] encode(String line) {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line cannot hold a line feed: " + Printable.of(line));
        }
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
