package eavesdrop.chat.terminal;

import eavesdrop.chat.protocol.Printable;

/// What of a text from the network may be shown: no control character, and nothing that joins itself to the text before
/// it.
///
/// The server makes texts harmless too. But a server may be somebody else's, and this is the person's own terminal.
final class Shown {
    private static final String DOTTED_CIRCLE = "\u25cc";

    private Shown() {}

    /// The text as it may stand on the screen. An accent at its beginning gets a dotted circle to stand on, as in
    /// print.
    static String of(String text) {
        String printable = Printable.of(text);
        return Columns.leansOnWhatIsBefore(printable) ? DOTTED_CIRCLE + printable : printable;
    }
}
