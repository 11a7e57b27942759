package eavesdrop.chat.protocol;

/// Splits a line at its first space. The rest keeps all its spaces: a text is passed on as it was typed.
final class Words {
    private Words() {}

    static String first(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? line : line.substring(0, space);
    }

    static String afterFirst(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? "" : line.substring(space + 1);
    }
}
