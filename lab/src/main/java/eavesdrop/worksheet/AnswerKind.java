package eavesdrop.worksheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of answers, by the names that check files use.
public enum AnswerKind {
    FRAME,
    TEXT,
    ADDRESS,
    PORT,
    FLAGS,
    OFFSET,
    COUNT,
    CHOICE;

    /// `frame`, `text`, …
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AnswerKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
