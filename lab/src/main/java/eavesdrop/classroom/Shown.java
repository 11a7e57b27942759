package eavesdrop.classroom;

/// A text that a stranger chose, as it may stand in a sentence on a terminal or a page.
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /// In quotes, without control characters or characters that turn the direction of writing, and not too long.
    static String of(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]", "\uFFFD");
        return "\"" + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain) + "\"";
    }
}
