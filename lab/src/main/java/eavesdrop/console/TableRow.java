package eavesdrop.console;

import java.util.Arrays;

/// Lays cells out in columns. `String.format` does the same, at ten times the price: a table may have a million rows.
public final class TableRow {
    private final int[] widths;

    /// @param widths of the columns in characters, two spaces between them; negative: the cell stands at the left
    public TableRow(int... widths) {
        this.widths = widths.clone();
    }

    /// Columns of a terminal that a row takes, if no cell is larger than its column.
    int width() {
        return Arrays.stream(widths).map(Math::abs).sum() + 2 * (widths.length - 1);
    }

    public String of(Object... cells) {
        StringBuilder row = new StringBuilder(160);
        for (int i = 0; i < widths.length; i++) {
            String cell = cells[i].toString();
            int padding = Math.max(0, Math.abs(widths[i]) - cell.length());
            row.append(i == 0 ? "" : "  ");
            if (widths[i] > 0) {
                row.repeat(' ', padding).append(cell);
            } else {
                row.append(cell).repeat(' ', i == widths.length - 1 ? 0 : padding);
            }
        }
        return row.toString();
    }
}
