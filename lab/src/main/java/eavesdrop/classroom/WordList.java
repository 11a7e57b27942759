package eavesdrop.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// 256 plain English words, so that one byte chooses one.
record WordList(List<String> words) {
    static final WordList ADJECTIVES = resource("adjectives.txt");
    static final WordList THINGS = resource("things.txt");

    /// The word for a byte.
    String at(byte index) {
        return words.get(Byte.toUnsignedInt(index));
    }

    private static WordList resource(String name) {
        try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name)) {
            return new WordList(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
