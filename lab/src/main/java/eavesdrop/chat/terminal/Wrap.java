package eavesdrop.chat.terminal;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into rows of at most a number of columns: at spaces, between wide characters, and within a word only
/// if the word alone is wider than a row.
final class Wrap {
    private static final String DOES_NOT_FIT = "\u2026";

    private final int width;
    private final List<String> rows = new ArrayList<>();
    private final StringBuilder row = new StringBuilder();
    private int columns;
    private final StringBuilder word = new StringBuilder();
    private int wordColumns;

    private Wrap(int width) {
        this.width = width;
    }

    /// At least one row; a width below 1 counts as 1. The spaces at which a row is broken are not shown.
    static List<String> rows(String text, int width) {
        Wrap wrap = new Wrap(Math.max(1, width));
        Clusters.of(text).forEach(wrap::add);
        wrap.endWord();
        wrap.endRow();
        return wrap.rows;
    }

    private void add(String cluster) {
        int wanted = Columns.ofCluster(cluster);
        String shown = wanted <= width ? cluster : DOES_NOT_FIT;
        int taken = Math.min(wanted, width);
        if (cluster.equals(" ")) {
            endWord();
            addSpace();
        } else if (Columns.breaksAnywhere(cluster)) {
            endWord();
            addToWord(shown, taken);
            endWord();
        } else {
            addToWord(shown, taken);
        }
    }

    private void addSpace() {
        if (columns < width) {
            row.append(' ');
            columns++;
        }
    }

    private void addToWord(String cluster, int taken) {
        if (wordColumns + taken > width) {
            // Wider than a row: give up keeping it in one piece.
            endWord();
        }
        word.append(cluster);
        wordColumns += taken;
    }

    private void endWord() {
        if (columns + wordColumns > width) {
            endRow();
        }
        row.append(word);
        columns += wordColumns;
        word.setLength(0);
        wordColumns = 0;
    }

    private void endRow() {
        rows.add(row.toString().stripTrailing());
        row.setLength(0);
        columns = 0;
    }
}
