package eavesdrop.exercises.lab2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Keeps the half line at the end of a segment until its rest comes.
///
/// TCP carries bytes, and where it cuts them has nothing to do with lines: a long line travels in several segments,
/// short ones may share one, and a cut may lie inside a character of several bytes.
public final class HalfLines implements LineReader {
    private final ByteArrayOutputStream half = new ByteArrayOutputStream();

    @Override
    public List<String> add(Segment segment) {
        List<String> lines = new ArrayList<>();
        half.writeBytes(segment.payload());
        String text = half.toString(StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        if (end >= 0) {
            lines.add(text.substring(0, end));
            half.reset();
            half.writeBytes(text.substring(end + 1).getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }
}
