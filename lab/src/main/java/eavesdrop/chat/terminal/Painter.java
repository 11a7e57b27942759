package eavesdrop.chat.terminal;

import org.jspecify.annotations.Nullable;

/// Turns pictures into what a terminal understands (ECMA-48 and the DEC private modes of xterm).
///
/// Only rows that changed are written. Each frame leaves the terminal as a shell wants it (no style,
/// wrapping on, cursor visible), because a person may detach at any moment and find their shell in this terminal.
/// For the same reason each frame sets up all that it needs: the person may have attached just now.
final class Painter {
    private static final String CSI = "\u001b[";
    private static final String HIDE_CURSOR = CSI + "?25l";
    private static final String SHOW_CURSOR = CSI + "?25h";
    private static final String NO_WRAP = CSI + "?7l";
    private static final String AUTO_WRAP = CSI + "?7h";
    private static final String CLEAR_SCREEN = CSI + "2J";
    private static final String CLEAR_ROW = CSI + "2K";
    private static final String NO_STYLE = CSI + "0m";

    private final boolean colour;
    private @Nullable Picture shown;

    /// @param colour whether the person wants colours
    Painter(boolean colour) {
        this.colour = colour;
    }

    /// The next frame is to be a whole one: nobody knows what the terminal shows.
    void forget() {
        shown = null;
    }

    /// The characters that make the terminal show `next`.
    String paint(Picture next) {
        Picture before = shown;
        boolean whole = before == null || before.width() != next.width() || before.height() != next.height();
        StringBuilder frame = new StringBuilder(HIDE_CURSOR).append(NO_WRAP);
        if (whole) {
            frame.append(NO_STYLE).append(CLEAR_SCREEN);
        }
        for (int i = 0; i < next.rows().size(); i++) {
            Row row = next.rows().get(i);
            if (whole || before == null || !row.equals(before.rows().get(i))) {
                paintRow(frame, i, row);
            }
        }
        shown = next;
        return frame.append(AUTO_WRAP)
                .append(goTo(next.cursorRow(), next.cursorColumn()))
                .append(SHOW_CURSOR)
                .toString();
    }

    private void paintRow(StringBuilder frame, int number, Row row) {
        frame.append(goTo(number, 0)).append(NO_STYLE).append(CLEAR_ROW);
        int column = 0;
        for (Row.Piece piece : row.pieces()) {
            frame.append(CSI).append(piece.style().parameters(colour)).append('m');
            for (String cluster : Clusters.of(piece.text())) {
                frame.append(cluster);
                column += Columns.ofCluster(cluster);
                if (!Columns.certain(cluster)) {
                    frame.append(goTo(number, column));
                }
            }
        }
        frame.append(NO_STYLE);
    }

    /// Rows and columns count from 0 here and from 1 in the terminal (CUP, ECMA-48 section 8.3.21).
    private static String goTo(int row, int column) {
        return CSI + (row + 1) + ";" + (column + 1) + "H";
    }
}
