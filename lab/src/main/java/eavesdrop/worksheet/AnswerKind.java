package eavesdrop.worksheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of answers, by the names that check files use.
public enum AnswerKind {
    FRAME,
    /// A line of the operator's log.
    LINE,
    TEXT,
    /// In hexadecimal.
    BYTES,
    ADDRESS,
    MAC,
    PORT,
    FLAGS,
    OFFSET,
    COUNT,
    CHOICE,
    /// Those of several options that apply.
    CHOICES,
    /// All options, put in order.
    ORDER;

    /// Whether the worksheet offers options to choose from.
    boolean offersOptions() {
        return switch (this) {
            case CHOICE, CHOICES, ORDER -> true;
            case FRAME, LINE, TEXT, BYTES, ADDRESS, MAC, PORT, FLAGS, OFFSET, COUNT -> false;
        };
    }

    /// `frame`, `text`, …
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AnswerKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
