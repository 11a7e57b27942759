package eavesdrop.chat.terminal;

/// How many columns of a terminal a text takes: one for most letters, two for `漢` and 🔑, none for an accent that
/// stands on the letter before.
///
/// Terminals disagree about the newer and the composed characters. `certain` tells which ones they all agree
/// about; after any other the `Painter` says where to go on.
final class Columns {
    /// East Asian Width W and F (UAX 11), first and last of each range. Emoji are not here: the JDK knows them.
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x2329, 0x232A}, {0x2E80, 0x303E}, {0x3041, 0x33FF},
        {0x3400, 0x4DBF}, {0x4E00, 0xA4CF}, {0xA960, 0xA97C}, {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF}, {0xFE10, 0xFE19}, {0xFE30, 0xFE6B}, {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6}, {0x16FE0, 0x18AFF}, {0x1AFF0, 0x1B2FF}, {0x1F200, 0x1F2FF},
        {0x20000, 0x3FFFD},
    };
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int FIRST_COMBINING_MARK = 0x300;

    private Columns() {}

    /// Columns of a whole text.
    static int of(String text) {
        return Clusters.of(text).stream().mapToInt(Columns::ofCluster).sum();
    }

    /// Columns of one cluster: 1 or 2, for a few scripts more.
    static int ofCluster(String cluster) {
        int first = cluster.codePointAt(0);
        boolean asEmoji = cluster.indexOf(EMOJI_STYLE) > 0 && Character.isEmoji(first);
        if (asEmoji || Character.isEmojiPresentation(first)) {
            return 2;
        }
        return Math.max(1, cluster.codePoints().map(Columns::ofCodePoint).sum());
    }

    /// Whether every terminal gives this cluster as many columns as `ofCluster` does.
    static boolean certain(String cluster) {
        return cluster.chars().allMatch(character -> character >= ' ' && character < FIRST_COMBINING_MARK);
    }

    /// Whether a line may break before and after this cluster without a space: so it is in Chinese and Japanese.
    static boolean breaksAnywhere(String cluster) {
        return ofCluster(cluster) > 1;
    }

    private static int ofCodePoint(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isTrailingJamo(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
        };
    }

    /// Vowels and end consonants of Korean syllables written in pieces: they stand in the columns of the first piece.
    private static boolean isTrailingJamo(int codePoint) {
        return (codePoint >= 0x1160 && codePoint <= 0x11FF) || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF);
    }

    private static boolean isWide(int codePoint) {
        if (codePoint < WIDE[0][0]) {
            return false;
        }
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return true;
            }
        }
        return Character.isEmojiPresentation(codePoint);
    }

    /// Whether a text would begin with something that belongs onto the character before it.
    static boolean leansOnWhatIsBefore(String text) {
        if (text.isEmpty()) {
            return false;
        }
        int first = text.codePointAt(0);
        return first == JOINER || (ofCodePoint(first) == 0 && !isTrailingJamo(first));
    }
}
