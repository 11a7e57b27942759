package eavesdrop.worksheet;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One number as people write it: `17`, `#17`, `frame 17`, `0x11`, `4 times`.
final class NumberText {
    /// Words that people, and Wireshark, put around a number and that do not change it.
    private static final Pattern AROUND =
            Pattern.compile("\\b(frame\\.number|frames?|packets?|number|lines?|port|offset|"
                    + "bytes?|copies|copy|times|source|src|destination|dst|sequence|seq|raw|relative|stream|index)\\b"
                    + "|\\b(no|nr)\\b\\.?|\\btcp\\b/?|[#:=()\\[\\]]");

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-f]{1,12})");

    /// As Wireshark's bytes pane writes where a row begins: four digits with leading zeros, or with letters.
    private static final Pattern BARE_HEXADECIMAL = Pattern.compile("0[0-9a-f]{3}|(?=.*[a-f])[0-9a-f]{1,8}");

    private NumberText() {}

    /// The number, or nothing when the text is not exactly one.
    static OptionalLong read(String text) {
        String bare = bare(text);
        Matcher hexadecimal = HEXADECIMAL.matcher(bare);
        if (hexadecimal.matches()) {
            return OptionalLong.of(Long.parseLong(hexadecimal.group(1), 16));
        }
        return DECIMAL.matcher(bare).matches() ? OptionalLong.of(Long.parseLong(bare)) : OptionalLong.empty();
    }

    /// As `read`, but `0040` and `4a` are hexadecimal, as in Wireshark's bytes pane.
    static OptionalLong readOffset(String text) {
        String bare = bare(text);
        return BARE_HEXADECIMAL.matcher(bare).matches() ? OptionalLong.of(Long.parseLong(bare, 16)) : read(text);
    }

    private static String bare(String text) {
        return AROUND.matcher(Typed.canonical(text)).replaceAll(" ").strip().replaceAll(" +", " ");
    }
}
