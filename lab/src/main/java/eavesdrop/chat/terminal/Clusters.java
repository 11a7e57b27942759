package eavesdrop.chat.terminal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a text into what a person takes for one character: a letter with its accents, a flag, a family.
///
/// Unicode calls these extended grapheme clusters (UAX 29 section 3). One may hold many code points: 🇨🇭 has two,
/// and `ñ` typed on some machines has two as well.
final class Clusters {
    /// The longest cluster met in honest texts has 14 code points. Somebody may pile up hundreds of accents.
    private static final int MOST_CODE_POINTS = 16;

    private Clusters() {}

    /// The clusters of a text, in order. Of a cluster that is too long only the beginning is kept.
    static List<String> of(String text) {
        List<String> clusters = new ArrayList<>();
        BreakIterator borders = borders(text);
        int start = 0;
        for (int end = borders.next(); end != BreakIterator.DONE; end = borders.next()) {
            clusters.add(cut(text.substring(start, end)));
            start = end;
        }
        return clusters;
    }

    /// Where the last cluster of `text` starts, as an index of `char`s; 0 if the text is empty.
    static int startOfLast(String text) {
        return text.isEmpty() ? 0 : borders(text).preceding(text.length());
    }

    /// Where the first cluster of `text` ends, as an index of `char`s; 0 if the text is empty.
    static int endOfFirst(String text) {
        return text.isEmpty() ? 0 : borders(text).next();
    }

    private static BreakIterator borders(String text) {
        BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
        borders.setText(text);
        return borders;
    }

    private static String cut(String cluster) {
        boolean isShort = cluster.codePointCount(0, cluster.length()) <= MOST_CODE_POINTS;
        return isShort ? cluster : cluster.substring(0, cluster.offsetByCodePoints(0, MOST_CODE_POINTS));
    }
}
