package eavesdrop.chat.terminal;

/// How a piece of text looks, as parameters of the terminal's SGR sequence (ECMA-48 section 8.3.117).
///
/// No style is the only carrier of a meaning: words and marks say the same.
enum Style {
    PLAIN("0"),
    NAME("0;1"),
    WHISPER("0;3;95"),
    DIM("0;2"),
    ADVICE("0;33"),
    STATUS("0;7");

    private final String parameters;

    Style(String parameters) {
        this.parameters = parameters;
    }

    /// The parameters; without the colours (30 to 37, 90 to 97) if the person wants none.
    String parameters(boolean colour) {
        return colour ? parameters : parameters.replaceAll(";[39][0-7]", "");
    }
}
