package eavesdrop.classroom;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML in which everything is escaped: there is no way to add markup but by an element of this class, so what
/// students typed stays text, whatever it is.
final class Html {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Begins an element. Attributes come in pairs of name and value.
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int at = 0; at < attributes.length; at += 2) {
            out.append(' ').append(attributes[at]).append("=\"");
            out.append(escape(attributes[at + 1])).append('"');
        }
        out.append('>');
        open.push(tag);
        return this;
    }

    /// Ends the element that was begun last.
    Html close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /// The kit's own style sheet, the only thing that is not escaped.
    Html style(StyleSheet sheet) {
        open("style");
        out.append(sheet.text());
        return close();
    }

    /// A style sheet that is part of the kit.
    record StyleSheet(String text) {}

    /// An element that holds only text.
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /// An element that holds nothing and has no end.
    Html empty(String tag, String... attributes) {
        open(tag, attributes);
        open.pop();
        out.append('\n');
        return this;
    }

    /// The page so far.
    ///
    /// @throws IllegalStateException when an element was not closed
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return "<!DOCTYPE html>\n" + out;
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n', '\t' -> escaped.appendCodePoint(character);
                default -> escaped.appendCodePoint(isHarmless(character) ? character : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /// Not: control characters, halves of characters, and those that turn the direction of what stands around them.
    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> character == 0x200D; // joins emoji
            default -> true;
        };
    }
}
