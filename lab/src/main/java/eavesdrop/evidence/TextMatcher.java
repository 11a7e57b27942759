package eavesdrop.evidence;

/// Finds a text in bytes that come one after the other (Knuth, Morris, Pratt 1977): no byte is looked at
/// twice, and none must be kept.
final class TextMatcher {
    private final byte[] text;
    private final int[] fallback;
    private int matched;

    /// @param text at least one byte
    TextMatcher(byte[] text) {
        this.text = text.clone();
        this.fallback = fallbacks(this.text);
    }

    /// For each count of matched bytes, how many still match when the next one does not: the longest end of
    /// what matched that is also its beginning.
    private static int[] fallbacks(byte[] text) {
        int[] fallback = new int[text.length + 1];
        int length = 0;
        for (int i = 1; i < text.length; i++) {
            while (length > 0 && text[i] != text[length]) {
                length = fallback[length];
            }
            length += text[i] == text[length] ? 1 : 0;
            fallback[i + 1] = length;
        }
        return fallback;
    }

    int length() {
        return text.length;
    }

    /// Takes the next byte; true when it is the last one of the text. Occurrences may overlap.
    boolean endsWith(byte next) {
        while (matched > 0 && next != text[matched]) {
            matched = fallback[matched];
        }
        if (next == text[matched]) {
            matched++;
        }
        boolean found = matched == text.length;
        if (found) {
            matched = fallback[matched];
        }
        return found;
    }

    /// What comes next does not follow what came.
    void interrupt() {
        matched = 0;
    }
}
