package eavesdrop.worksheet;

import java.util.regex.Pattern;

/// Puts an answer on one line into quotes, unless it is already, or is a list: to YAML, `#17` is a
/// comment, a second colon an error, and `*` an alias.
final class YamlQuotes {
    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#(\\s.*)?$");

    private YamlQuotes() {}

    /// The answer in quotes, without a comment behind it.
    static String around(String answer) {
        String said = COMMENT.matcher(answer).replaceFirst("");
        return said.isEmpty() || isYaml(said) ? said : "'" + said.replace("'", "''") + "'";
    }

    private static boolean isYaml(String said) {
        return "\"'[{|>".indexOf(said.charAt(0)) >= 0 && !goesOnBehindQuotes(said);
    }

    /// `"seq":9`, `"the boat".`: to YAML, the closing quote would end the value.
    private static boolean goesOnBehindQuotes(String said) {
        char quote = said.charAt(0);
        if (quote != '"' && quote != '\'') {
            return false;
        }
        int at = 1;
        while (at < said.length() && (said.charAt(at) != quote || isEscaped(said, at))) {
            at += said.charAt(at) == (quote == '"' ? '\\' : quote) ? 2 : 1;
        }
        return at + 1 < said.length();
    }

    /// Between single quotes, two of them are one.
    private static boolean isEscaped(String said, int at) {
        return said.charAt(at) == '\'' && said.startsWith("''", at);
    }
}
