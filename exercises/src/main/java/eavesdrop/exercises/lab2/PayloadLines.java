package eavesdrop.exercises.lab2;

import eavesdrop.exercises.TodoException;
import java.util.List;

/// The first half of a sniffer: turns the payload of one TCP segment into chat lines.
public final class PayloadLines {
    private PayloadLines() {}

    /// The whole lines in this payload, in their order, without their LF.
    ///
    /// A chat line is UTF-8 text that ends with LF (the byte 0x0A). One payload may hold several lines. What
    /// stands after the last LF is no whole line yet: leave it out.
    ///
    /// @param payload the bytes that follow the TCP header
    public static List<String> of(byte[] payload) {
        // TODO(2.1): give back the whole lines. Source: worksheets/protocol.md
        throw new TodoException("2.1", "turn the payload of one segment into chat lines");
    }
}
