package eavesdrop.printing;

import eavesdrop.evidence.Observation.Sees;
import java.util.List;

/// The matrix as a picture (SVG 1.1): a row for each rung, a column for each observer.
///
/// Each cell says its finding in words; the colour only repeats it.
public final class MatrixPicture {
    private static final int LEFT = 330;
    private static final int COLUMN = 140;
    private static final int TOP = 50;
    private static final int ROW = 44;

    private MatrixPicture() {}

    public static String of(List<Rung> rungs) {
        int width = LEFT + COLUMN * MatrixTable.OBSERVERS.size() + 10;
        int height = TOP + ROW * rungs.size() + 10;
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
                font-family="sans-serif" font-size="13">
                <title>Who sees what, rung by rung, as ./labw matrix measured it</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(width, height, width, height));
        for (int i = 0; i < MatrixTable.OBSERVERS.size(); i++) {
            svg.append(text(LEFT + COLUMN * i + COLUMN / 2, TOP - 18, "middle", "bold", MatrixTable.OBSERVERS.get(i)));
        }
        for (int i = 0; i < rungs.size(); i++) {
            row(svg, rungs.get(i), TOP + ROW * i);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, Rung rung, int y) {
        String outcome = rung.refusal().isPresent() ? ": refused" : "";
        svg.append(text(10, y + 26, "start", "normal", rung.meaning() + outcome));
        for (int i = 0; i < MatrixTable.OBSERVERS.size(); i++) {
            String observer = MatrixTable.OBSERVERS.get(i);
            int x = LEFT + COLUMN * i;
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\"/>\n"
                    .formatted(x + 3, y + 3, COLUMN - 6, ROW - 6, colour(rung, observer)));
            svg.append(text(x + COLUMN / 2, y + 26, "middle", "normal", MatrixTable.word(rung, observer)));
        }
    }

    private static String colour(Rung rung, String observer) {
        // The whisper is for Bob: that he reads it is neither good nor bad news.
        if (observer.equals("Bob")) {
            return "#e3ebf5";
        }
        Sees sees = rung.cell(observer).map(Rung.Cell::sees).orElse(null);
        return switch (sees) {
            case null -> "#f4f4f4";
            case CONTENT -> "#f6c6b8";
            case THAT_SOMETHING_WAS_SAID -> "#f8e6ae";
            case NOTHING -> "#cfe8cf";
        };
    }

    private static String text(int x, int y, String anchor, String weight, String words) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;");
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\" fill=\"#222222\">%s</text>\n"
                .formatted(x, y, anchor, weight, safe);
    }
}
