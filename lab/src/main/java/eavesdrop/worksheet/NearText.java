package eavesdrop.worksheet;

/// Whether a text stands in another one but for a slip or two of the keyboard: a letter too many, a letter
/// too few, or another one. It is the edit distance (Levenshtein) of the text to that part of the other one
/// which is nearest to it.
final class NearText {
    /// So many letters must be right for each that is not, or anything would be near to anything.
    private static final int LETTERS_PER_SLIP = 5;

    private static final int MOST_SLIPS = 2;

    /// Longer ones nobody types.
    private static final int LONGEST = 200;

    private NearText() {}

    /// A text of fewer than five letters is near to nothing.
    static boolean isIn(String text, String whole) {
        int slips = Math.min(MOST_SLIPS, text.length() / LETTERS_PER_SLIP);
        return slips > 0 && text.length() <= LONGEST && distance(text, whole) <= slips;
    }

    /// Of the text to the nearest part of the other one.
    private static int distance(String text, String whole) {
        // distances[i]: of the first i letters of the text to the nearest part that ends at this place.
        int[] distances = new int[text.length() + 1];
        for (int i = 1; i < distances.length; i++) {
            distances[i] = i;
        }
        int least = text.length();
        for (int at = 0; at < whole.length(); at++) {
            moveOn(distances, text, whole.charAt(at));
            least = Math.min(least, distances[text.length()]);
        }
        return least;
    }

    private static void moveOn(int[] distances, String text, char letter) {
        int before = 0; // of one letter less, one place earlier; a part may begin anywhere, so none cost nothing
        for (int i = 1; i < distances.length; i++) {
            int other = before + (text.charAt(i - 1) == letter ? 0 : 1);
            before = distances[i];
            int missing = Math.min(distances[i - 1], distances[i]) + 1;
            distances[i] = Math.min(other, missing);
        }
    }
}
