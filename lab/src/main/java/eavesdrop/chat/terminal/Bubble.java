package eavesdrop.chat.terminal;

import java.util.List;
import java.util.stream.IntStream;

/// Lays one entry out in rows: others' messages to the left, one's own to the right, events in the middle.
final class Bubble {
    private static final String FROM_OTHERS = "📩 ";
    private static final String FROM_ME = "📝 ";
    private static final int MARK_COLUMNS = 3;
    private static final int NARROW = 30;

    private final int width;

    private Bubble(int width) {
        this.width = width;
    }

    /// The rows of an entry on a screen of `width` columns; none is wider.
    static List<Row> rows(Entry entry, int width) {
        Bubble bubble = new Bubble(Math.max(1, width));
        return switch (entry) {
            case Entry.Said(String from, String text) -> bubble.left(from + ":", text, Style.PLAIN);
            case Entry.Whispered(String from, String text) ->
                bubble.left(from + " whispers to you:", text, Style.WHISPER);
            case Entry.SaidByMe(String text) -> bubble.right("", text, Style.PLAIN);
            case Entry.WhisperedByMe(String to, String text) ->
                bubble.right("you whisper to " + to + ":", text, Style.WHISPER);
            case Entry.Happened(String text) -> bubble.centred(text);
            case Entry.Advice(String text) -> bubble.whole(text);
        };
    }

    private List<Row> left(String who, String text, Style style) {
        return marked(FROM_OTHERS, who, text, style);
    }

    private List<Row> right(String who, String text, Style style) {
        List<Row> rows = marked(FROM_ME, who, text, style);
        int widest = rows.stream().mapToInt(Row::columns).max().orElse(0);
        return rows.stream().map(row -> row.indented(width - widest)).toList();
    }

    /// A mark, who says it, and the text; what follows the first row stands under the text, not under the mark.
    private List<Row> marked(String mark, String who, String text, Style style) {
        boolean roomForMark = width > 2 * MARK_COLUMNS;
        int margin = roomForMark ? MARK_COLUMNS : 0;
        List<String> lines = Wrap.rows(who.isEmpty() ? text : who + " " + text, textWidth(margin));
        return IntStream.range(0, lines.size())
                .mapToObj(i -> {
                    Row row = i == 0 ? named(lines.get(0), who, style) : Row.of(lines.get(i), style);
                    return i == 0 && roomForMark ? before(mark, row) : row.indented(margin);
                })
                .toList();
    }

    private static Row before(String mark, Row row) {
        Row marked = Row.of(mark, Style.PLAIN);
        for (Row.Piece piece : row.pieces()) {
            marked = marked.and(piece.text(), piece.style());
        }
        return marked;
    }

    /// The first row of a message, its sender in bold if the row holds the whole of it.
    private static Row named(String line, String who, Style style) {
        return !who.isEmpty() && line.startsWith(who)
                ? Row.of(who, Style.NAME).and(line.substring(who.length()), style)
                : Row.of(line, style);
    }

    /// A wide screen leaves a quarter free, so that one sees at a glance on whose side a message is.
    private int textWidth(int margin) {
        return width < NARROW ? width - margin : width * 3 / 4 - margin;
    }

    private List<Row> centred(String text) {
        return Wrap.rows(text, width).stream()
                .map(line -> Row.of(line, Style.DIM).indented((width - Columns.of(line)) / 2))
                .toList();
    }

    private List<Row> whole(String text) {
        return Wrap.rows(text, width).stream()
                .map(line -> Row.of(line, Style.ADVICE))
                .toList();
    }
}
