package eavesdrop.chat.terminal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The message pane: what was said, and how far the person has scrolled back.
///
/// The place where the view ends is kept as an entry and a number of its rows, so that new entries and a new
/// width leave the person where they were reading.
final class Pane {
    private static final int MOST_ENTRIES = 1000;

    private final List<Entry> entries = new ArrayList<>();
    /// The last entry in view, and how many of its rows are below the view. Past the end: the newest is in view.
    private int last;
    private int rowsBelow;
    private int unseen;

    /// Adds an entry. The view follows, unless the person has scrolled back.
    void add(Entry entry) {
        boolean following = isFollowing();
        entries.add(entry);
        if (following) {
            follow();
        } else {
            unseen++;
        }
        if (entries.size() > MOST_ENTRIES) {
            entries.removeFirst();
            last = Math.max(0, last - 1);
        }
    }

    /// Whether the newest entry is in view.
    boolean isFollowing() {
        return entries.isEmpty() || (last == entries.size() - 1 && rowsBelow == 0);
    }

    /// How many entries came while the person was scrolled back.
    int unseen() {
        return unseen;
    }

    /// Goes to the newest entry.
    void follow() {
        last = Math.max(0, entries.size() - 1);
        rowsBelow = 0;
        unseen = 0;
    }

    /// The rows in view, at most `height`, from top to bottom.
    List<Row> view(int width, int height) {
        List<Row> upwards = new ArrayList<>();
        int hidden = Math.min(rowsBelow, rowsOf(last, width) - 1);
        for (int i = last; i >= 0 && i < entries.size() && upwards.size() < height + hidden; i--) {
            upwards.addAll(Bubble.rows(entries.get(i), width).reversed());
        }
        int from = Math.clamp(hidden, 0, upwards.size());
        List<Row> view = new ArrayList<>(upwards.subList(from, Math.min(upwards.size(), from + height)));
        Collections.reverse(view);
        return view;
    }

    /// Scrolls towards older entries, at most until the oldest row stands at the top.
    void up(int rows, int width, int height) {
        for (int i = 0; i < rows && view(width, height + 1).size() > height; i++) {
            stepUp(width);
        }
    }

    /// Scrolls until the oldest row stands at the top.
    void toTop(int width, int height) {
        int rows = 0;
        for (int i = 0; i < entries.size(); i++) {
            rows += rowsOf(i, width);
            if (rows >= height) {
                last = i;
                rowsBelow = rows - height;
                return;
            }
        }
    }

    /// Scrolls towards the newest entry.
    void down(int rows, int width) {
        for (int i = 0; i < rows && !isFollowing(); i++) {
            stepDown(width);
        }
        if (isFollowing()) {
            follow();
        }
    }

    private void stepUp(int width) {
        if (rowsBelow + 1 < rowsOf(last, width)) {
            rowsBelow++;
        } else {
            last--;
            rowsBelow = 0;
        }
    }

    private void stepDown(int width) {
        if (rowsBelow > 0) {
            rowsBelow = Math.min(rowsBelow, rowsOf(last, width)) - 1;
        } else {
            last++;
            rowsBelow = rowsOf(last, width) - 1;
        }
    }

    private int rowsOf(int entry, int width) {
        return entry < entries.size() ? Bubble.rows(entries.get(entry), width).size() : 1;
    }
}
