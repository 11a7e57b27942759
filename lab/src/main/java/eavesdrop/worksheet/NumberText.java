package eavesdrop.worksheet;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One number as people write it: `17`, `#17`, `frame 17`, `0x11`, `4 times`.
final class NumberText {
    /// Words that people, and Wireshark, put around a number and that do not change it.
    private static final Pattern AROUND =
            Pattern.compile("\\b(frames?|packets?|number|lines?|port|offset|bytes?|copies|copy|times|source|src|"
                    + "destination|dst|sequence|seq|raw|relative|stream|index|segment|payload|length|len|displayed|"
                    + "characters?|letters?|octets?|records?|it|is|the|in|at|of|operator\\.jsonl|mallory\\.jsonl|"
                    + "zeilen?|paket|rahmen|nummer|zeichen|mal|es|ist|der|die|das|im)\\b"
                    + "|\\b(no|nr)\\b\\.?|\\btcp\\b/?|(?<=\\d)x\\b|[#:=()\\[\\]\u00D7\"]");

    /// Behind the number: `65 (SYN)`, `4 (5.7%)`.
    private static final Pattern REMARK = Pattern.compile("\\((?:[^()0-9]*|[0-9.,]+ ?%)\\)?$");

    /// `1,234,567`, with one kind of separator throughout.
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<![\\w.,'])\\d{1,3}([,.' ])\\d{3}(?:\\1\\d{3})*+(?![.,']?\\w)");

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}");
    /// Without `0x`, only what can be no decimal number: `005d`, as in the bytes pane.
    private static final Pattern HEXADECIMAL = Pattern.compile("(?:0x|00(?=.?[a-f]))([0-9a-f]{1,12})");

    /// As Wireshark's bytes pane writes where a row begins: four digits with leading zeros, or with letters.
    private static final Pattern BARE_HEXADECIMAL = Pattern.compile("0[0-9a-f]{3}|(?=.*[a-f])[0-9a-f]{1,8}");

    private NumberText() {}

    /// The number, or nothing when the text is not exactly one. It may be written twice: `95 (0x5f)`.
    static OptionalLong read(String text) {
        return only(text, NumberText::number);
    }

    /// As `read`, but `0040` and `4a` are hexadecimal, as in Wireshark's bytes pane.
    static OptionalLong readOffset(String text) {
        return only(
                text,
                word -> BARE_HEXADECIMAL.matcher(word).matches()
                        ? OptionalLong.of(Long.parseLong(word, 16))
                        : number(word));
    }

    private static OptionalLong only(String text, Function<String, OptionalLong> reader) {
        List<OptionalLong> numbers =
                Arrays.stream(bare(text).split(" ")).map(reader).distinct().toList();
        return numbers.size() == 1 ? numbers.getFirst() : OptionalLong.empty();
    }

    private static OptionalLong number(String word) {
        Matcher hexadecimal = HEXADECIMAL.matcher(word);
        if (hexadecimal.matches()) {
            return OptionalLong.of(Long.parseLong(hexadecimal.group(1), 16));
        }
        return DECIMAL.matcher(word).matches() ? OptionalLong.of(Long.parseLong(word)) : OptionalLong.empty();
    }

    private static String bare(String text) {
        String plain = REMARK.matcher(Typed.value(text)).replaceFirst("");
        String joined =
                THOUSANDS.matcher(plain).replaceAll(found -> found.group().replaceAll("\\D", ""));
        return AROUND.matcher(joined).replaceAll(" ").strip().replaceAll(" +", " ");
    }
}
