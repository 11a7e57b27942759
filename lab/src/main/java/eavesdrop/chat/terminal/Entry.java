package eavesdrop.chat.terminal;

/// One thing that the message pane shows. Texts are harmless already (`Shown`).
sealed interface Entry {
    /// Somebody said this to everyone.
    record Said(String from, String text) implements Entry {}

    /// Somebody whispered this to me.
    record Whispered(String from, String text) implements Entry {}

    /// I said this to everyone.
    record SaidByMe(String text) implements Entry {}

    /// I whispered this.
    record WhisperedByMe(String to, String text) implements Entry {}

    /// Something happened: somebody came or went, the connection is there or gone.
    record Happened(String text) implements Entry {}

    /// Something the person should know or do now.
    record Advice(String text) implements Entry {}

    /// The entry on one line, for the line mode.
    default String line() {
        return switch (this) {
            case Said(String from, String text) -> from + ": " + text;
            case Whispered(String from, String text) -> from + " whispers to you: " + text;
            case SaidByMe(String text) -> "you: " + text;
            case WhisperedByMe(String to, String text) -> "you whisper to " + to + ": " + text;
            case Happened(String text) -> "* " + text;
            case Advice(String text) -> "! " + text;
        };
    }
}
