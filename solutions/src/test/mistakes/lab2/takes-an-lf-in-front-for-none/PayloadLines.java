package eavesdrop.exercises.lab2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        String text = new String(payload, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end > 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        return lines;
    }
}
