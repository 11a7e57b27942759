package eavesdrop.chat.terminal;

import java.util.List;

/// All that the screen shows: its rows from top to bottom, and the cursor, both counted from 0.
record Picture(int width, int height, List<Row> rows, int cursorColumn, int cursorRow) {
    Picture {
        rows = List.copyOf(rows);
    }
}
