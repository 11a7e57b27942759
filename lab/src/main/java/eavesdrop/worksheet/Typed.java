package eavesdrop.worksheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What editors and people make of plain characters, undone.
final class Typed {
    private static final Pattern ODD_SPACES = Pattern.compile("[\\t\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200D\\u2060\\uFEFF\\u00AD]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\\u201C-\\u201F\\u00AB\\u00BB\\uFF02]");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\\u2018-\\u201B\\u2032]");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]");

    /// Marks and signs around an answer that are no part of it: quotes, Markdown, `→`, `(…)`, `!`.
    private static final Pattern BEFORE = Pattern.compile("^[\\s\"'`*_<>(=\u2192\u21D2\u2713\u2714]+");

    private static final String AFTER = "\"'`*_.,;!?)>\u2713\u2714";

    /// A field's name in a display filter: `tcp.len == `.
    private static final Pattern FIELD = Pattern.compile("^[a-z]+(?:\\.[a-z_]+)+\\s*(?:==?|eq)\\s*");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{35,}");

    /// What people write where they have no answer yet.
    private static final Set<String> NOTHING =
            Set.of("", "~", "-", "--", "---", "?", "??", "???", "...", "null", "none yet", "todo", "tbd", "n/a", "___");

    private Typed() {}

    /// One line with plain spaces and plain quotes, and without invisible characters.
    static String plain(String line) {
        String spaced = ODD_SPACES.matcher(line).replaceAll(" ");
        String visible = INVISIBLE.matcher(spaced).replaceAll("");
        String quoted = DOUBLE_QUOTES.matcher(visible).replaceAll("\"");
        return SINGLE_QUOTES.matcher(quoted).replaceAll("'");
    }

    /// The form in which two texts are compared: what people do not see or do not care for makes no difference.
    static String canonical(String text) {
        return bare(text).toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        String one = Normalizer.normalize(plain(text), Normalizer.Form.NFKC);
        String begun = BEFORE.matcher(DASHES.matcher(one).replaceAll("-")).replaceFirst("");
        return withoutEnd(begun).replaceAll("\\s+", " ");
    }

    /// Whether a text is a key or a letter in base64url: too long for a word, and without a space.
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /// A key or a letter as it is compared: an editor that keeps lines short has broken it, and case
    /// matters.
    static String code(String text) {
        return bare(text).replace(" ", "");
    }

    /// As `canonical`; and whether a dash or a space stands between two words makes no difference.
    static String comparable(String text) {
        return canonical(text).replaceAll("[ -]+", " ");
    }

    /// As `canonical`; of a display filter such as `tcp.len == 60` the value.
    static String value(String text) {
        return FIELD.matcher(canonical(text)).replaceFirst("");
    }

    /// By hand: a pattern that looks for the end of a text begins anew at each of its characters.
    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || AFTER.indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    static boolean isNothing(String text) {
        return NOTHING.contains(
                Normalizer.normalize(plain(text), Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
    }
}
