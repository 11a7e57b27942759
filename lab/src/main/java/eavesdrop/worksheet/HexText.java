package eavesdrop.worksheet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bytes as people copy them: `f0 9f 94 91`, `f0:9f:94:91`, `0xf09f9491`, `\xf0\x9f`, `F0-9F-94-91`.
final class HexText {
    private static final Pattern PREFIXES = Pattern.compile("0x|\\\\x");
    private static final Pattern BETWEEN = Pattern.compile("[\\s:,.-]+");
    private static final Pattern PAIRS = Pattern.compile("(?:[0-9a-f]{2}){1,4096}");
    private static final Pattern GROUPS = Pattern.compile("(?:[0-9a-f]{2})+|[0-9a-f]");

    /// Wireshark shows the value behind its name: `TLS 1.3 (0x0304)`.
    private static final Pattern BEHIND_A_NAME =
            Pattern.compile("(?!.*0x.*0x|.*\\bnot\\b)[^(]*[^(0-9a-f\\s][^(]*\\(?\\b0x([0-9a-f]+)\\)?");

    /// And so do people: `Random: ef 26`, `TLS 1.3 = 03 04`, `it is 03 04`. A letter beyond f makes it
    /// a name.
    private static final Pattern NAME =
            Pattern.compile("^(?:[^:=]*[g-wyz][^:=]*[:=]\\s*|(?:(?:it|is|the|bytes?|es|ist)\\s+)+)");

    /// A word or two behind the bytes: `03 04 (TLS 1.3)`.
    private static final Pattern REMARK = Pattern.compile("\\s*\\((?!.*0x)[^()]*[g-z][^()]*\\)?$");

    /// Wireshark shows a name beside the address: `02:42:ac:12:00:02 (02:42:ac:12:00:02)`.
    private static final Pattern MAC =
            Pattern.compile("(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|(?:[0-9a-f]{4}\\.){2}[0-9a-f]{4}");

    /// Means TLS 1.3, and not two bytes.
    private static final Pattern VERSION = Pattern.compile("\\d\\.\\d");

    private HexText() {}

    /// Pairs of lower-case digits; nothing when the text is anything else.
    static Optional<String> bytes(String text) {
        if (VERSION.matcher(plain(text)).matches()) {
            return Optional.empty();
        }
        String bare = PREFIXES.matcher(withoutName(plain(text))).replaceAll(" ").strip();
        StringBuilder pairs = new StringBuilder();
        for (String group : BETWEEN.split(bare)) {
            if (!GROUPS.matcher(group).matches()) {
                return Optional.empty();
            }
            pairs.append(group.length() == 1 ? "0" : "").append(group);
        }
        return Optional.of(pairs.toString())
                .filter(found -> PAIRS.matcher(found).matches());
    }

    /// Tells how bytes are written to somebody who has not done so.
    static String otherwise(String text) {
        String digits = BETWEEN.matcher(plain(text)).replaceAll("");
        return digits.matches("(?:0x)?[0-9a-f]{3,}") && digits.length() % 2 == 1
                ? "a byte has two digits, and here one is missing or too many"
                : "write bytes in hexadecimal, such as 48 69 or 0x48 0x69";
    }

    private static String withoutName(String plain) {
        Matcher named = BEHIND_A_NAME.matcher(plain);
        return named.matches()
                ? named.group(1)
                : NAME.matcher(REMARK.matcher(plain).replaceFirst("")).replaceFirst("");
    }

    /// Six pairs with colons between them; nothing when the text holds no hardware address.
    static Optional<String> mac(String text) {
        Matcher found = MAC.matcher(plain(text));
        String address = found.find() ? found.group() : text;
        return bytes(address).filter(pairs -> pairs.length() == 12).map(pairs -> pairs.replaceAll("(..)(?=.)", "$1:"));
    }

    private static String plain(String text) {
        return Typed.canonical(text).toLowerCase(Locale.ROOT);
    }
}
