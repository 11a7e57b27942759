package eavesdrop.exercises.lab2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Keeps the half line as text.
public final class HalfLines implements LineReader {
    private String half = "";

    @Override
    public List<String> add(Segment segment) {
        String text = half + new String(segment.payload(), StandardCharsets.UTF_8);
        List<String> parts = new ArrayList<>(List.of(text.split("\n", -1)));
        half = parts.removeLast();
        return parts;
    }
}
