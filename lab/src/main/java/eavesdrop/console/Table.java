package eavesdrop.console;

import java.util.OptionalInt;

/// A table for people. In a terminal that is too narrow for its rows, each of them is a paragraph, in which every cell
/// stands behind its heading; in a file or a pipe it is always a table.
public final class Table {
    private static final String COLOUR = "\u001b\\[[0-9;]*m";

    private final Console console;
    private final TableRow layout;
    private final String[] headings;
    private final OptionalInt narrow;

    public Table(Console console, TableRow layout, String... headings) {
        this.console = console;
        this.layout = layout;
        this.headings = headings.clone();
        OptionalInt columns = console.columns();
        this.narrow = columns.isPresent() && columns.getAsInt() < layout.width() ? columns : OptionalInt.empty();
    }

    public void printHeadings() {
        if (narrow.isEmpty()) {
            console.print(console.bold(layout.of((Object[]) headings)));
        }
    }

    public String row(Object... cells) {
        return narrow.isPresent() ? paragraph(narrow.getAsInt(), cells) : layout.of(cells);
    }

    /// What does not fit stands in the next line, a little to the right. A cell is never cut.
    private String paragraph(int columns, Object... cells) {
        StringBuilder paragraph = new StringBuilder(160);
        int column = 0;
        for (int i = 0; i < cells.length; i++) {
            String cell = headings[i] + ": " + cells[i];
            int length = cell.replaceAll(COLOUR, "").length();
            boolean fits = column + 2 + length <= columns;
            paragraph
                    .append(i == 0 ? "" : fits ? "  " : System.lineSeparator() + "  ")
                    .append(cell);
            column = (i == 0 ? 0 : fits ? column + 2 : 2) + length;
        }
        return paragraph.toString();
    }
}
