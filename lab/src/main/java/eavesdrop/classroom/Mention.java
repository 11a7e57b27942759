package eavesdrop.classroom;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something of the form of a codeword that stands in a submission.
///
/// @param file the path in the submission
/// @param at where in the file: `frame 17`, `line 5`, `answer 2.2 text`
public record Mention(String codeword, Place place, String file, String at) {
    /// What kind of file it stands in.
    public enum Place {
        CAPTURE,
        LOG,
        WORKSHEET
    }

    private static final Pattern CODEWORD = Pattern.compile("\\b([a-z]+)\\s?-\\s?([a-z]+)\\s?-\\s?([1-9][0-9])\\b");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212_]");

    /// Every codeword in a text, with the dashes that an editor may have put in.
    static List<String> codewords(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher matcher = CODEWORD.matcher(DASHES.matcher(plain).replaceAll("-"));
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3));
        }
        return found;
    }
}
