package eavesdrop.chat.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One row of the screen, from its left edge: pieces of text, each with its style.
record Row(List<Piece> pieces) {
    static final Row EMPTY = new Row(List.of());

    /// Some text in one style.
    record Piece(String text, Style style) {}

    Row {
        pieces = List.copyOf(pieces);
    }

    static Row of(String text, Style style) {
        return new Row(List.of(new Piece(text, style)));
    }

    /// This row with a piece after it.
    Row and(String text, Style style) {
        List<Piece> more = new ArrayList<>(pieces);
        more.add(new Piece(text, style));
        return new Row(more);
    }

    /// This row moved to the right.
    Row indented(int columns) {
        List<Piece> more = new ArrayList<>();
        more.add(new Piece(" ".repeat(Math.max(0, columns)), Style.PLAIN));
        more.addAll(pieces);
        return new Row(more);
    }

    int columns() {
        return pieces.stream().mapToInt(piece -> Columns.of(piece.text())).sum();
    }

    /// The row without its styles.
    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
