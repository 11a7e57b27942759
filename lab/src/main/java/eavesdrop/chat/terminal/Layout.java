package eavesdrop.chat.terminal;

import java.util.ArrayList;
import java.util.List;

/// Puts the message pane, the status bar and the input line onto a screen of any size.
///
/// The input line is the last to go: a screen of one row is the input line alone, one of two rows has no status bar.
final class Layout {
    private static final String PROMPT = "> ";
    private static final int NO_ROOM_FOR_PROMPT = 10;

    private final int width;
    private final int height;

    /// Columns and rows of the terminal; less than 1 counts as 1.
    Layout(int width, int height) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
    }

    int width() {
        return width;
    }

    /// Rows of the message pane.
    int paneRows() {
        return height == 1 ? 0 : height - (hasStatusBar() ? 2 : 1);
    }

    private boolean hasStatusBar() {
        return height > 2;
    }

    Picture picture(Pane pane, Link link, InputLine input) {
        List<Row> rows = new ArrayList<>(pane.view(width, paneRows()));
        // A short conversation stands at the bottom, next to where one types.
        while (rows.size() < paneRows()) {
            rows.addFirst(Row.EMPTY);
        }
        if (hasStatusBar()) {
            rows.add(StatusBar.row(link, pane.isFollowing(), pane.unseen(), width));
        }
        String before = visibleBefore(input);
        rows.add(Row.of(prompt() + before + visibleAfter(input, before), Style.PLAIN));
        return new Picture(width, height, rows, Columns.of(prompt() + before), height - 1);
    }

    private String prompt() {
        return width < NO_ROOM_FOR_PROMPT ? "" : PROMPT;
    }

    /// As much of the text before the cursor as leaves a column for the cursor: a long line scrolls to the left.
    private String visibleBefore(InputLine input) {
        int room = width - Columns.of(prompt()) - 1;
        String visible = "";
        for (String cluster : Clusters.of(Shown.of(input.before())).reversed()) {
            room -= Columns.ofCluster(cluster);
            if (room < 0) {
                break;
            }
            visible = cluster + visible;
        }
        return visible;
    }

    private String visibleAfter(InputLine input, String before) {
        int room = width - Columns.of(prompt() + before);
        StringBuilder visible = new StringBuilder();
        for (String cluster : Clusters.of(Shown.of(input.after()))) {
            room -= Columns.ofCluster(cluster);
            if (room < 0) {
                break;
            }
            visible.append(cluster);
        }
        return visible.toString();
    }
}
