package eavesdrop.chat.terminal;

/// The line that a person is typing: the text before the cursor, and the text after it.
///
/// Every key moves or deletes what a person takes for one character, however many code points it has.
record InputLine(String before, String after) {
    static final InputLine EMPTY = new InputLine("", "");

    /// Nobody types this much by hand; a paste without line ends might. In `char`s.
    private static final int MOST = 8192;

    /// A line with the cursor at its end.
    static InputLine of(String text) {
        return new InputLine(text, "");
    }

    String text() {
        return before + after;
    }

    boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    InputLine insert(String typed) {
        return before.length() + after.length() + typed.length() > MOST ? this : new InputLine(before + typed, after);
    }

    InputLine left() {
        int border = Clusters.startOfLast(before);
        return new InputLine(before.substring(0, border), before.substring(border) + after);
    }

    InputLine right() {
        int border = Clusters.endOfFirst(after);
        return new InputLine(before + after.substring(0, border), after.substring(border));
    }

    InputLine toStart() {
        return new InputLine("", text());
    }

    InputLine toEnd() {
        return new InputLine(text(), "");
    }

    InputLine deleteLeft() {
        return new InputLine(before.substring(0, Clusters.startOfLast(before)), after);
    }

    InputLine deleteRight() {
        return new InputLine(before, after.substring(Clusters.endOfFirst(after)));
    }

    /// Deletes back to the start of the word before the cursor.
    InputLine deleteWord() {
        String withoutSpaces = before.stripTrailing();
        int start = withoutSpaces.lastIndexOf(' ') + 1;
        return new InputLine(withoutSpaces.substring(0, start), after);
    }

    InputLine deleteToStart() {
        return new InputLine("", after);
    }

    InputLine deleteToEnd() {
        return new InputLine(before, "");
    }
}
