package eavesdrop.console;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line for a terminal: where it is wider than that, it is broken at spaces, and what follows
/// stands under the second column of the line. A terminal alone would break it within words.
final class Paragraph {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private static final String QUOTED_COMMAND = "(?<![^ (])'[^']+'(?=[ ,.;:)]|$)";
    private static final String QUOTED = "(?<![^ (])\"[^\"]+\"";
    private static final String LABW = "\\./labw(?: [^ ,.;:()]+)*";
    private static final String FIELD = "\\b(?:frame|tcp|tls|[a-z0-9]+(?:\\.[a-z0-9_]+)+)";
    private static final String TEST = " (?:[=!<>]=|[<>]|&&|contains|matches) (?:\"[^\"]*\"|[^ ,;()]+)";
    private static final String SIGN_AND_WORD =
            "(?<= )(?:COLOUR)?[^\\p{Alnum}\\p{Punct} ](?:COLOUR)? [^ ]+".replace("COLOUR", COLOUR.pattern());

    /// What people copy stays in one piece: a quoted command, one of the kit up to the next mark,
    /// and a display filter of Wireshark. So does a sign such as ✓ or → with the word behind it.
    private static final Pattern WHOLE =
            Pattern.compile(String.join("|", QUOTED_COMMAND, LABW, FIELD + "(?:" + TEST + ")+", QUOTED, SIGN_AND_WORD));

    /// Stands for a space at which no line is broken.
    private static final char TIED = '\0';

    private static final Pattern SECOND_COLUMN = Pattern.compile("^ *\\S+(?: \\S+)*? {2,}(?=\\S)");
    private static final Pattern START = Pattern.compile("^ *(?:[^\\p{Alnum}\\p{Punct} ] )?");

    private final int width;
    private final String indent;
    private final StringBuilder rows = new StringBuilder();
    private int column;

    private Paragraph(int width, String indent) {
        this.width = width;
        this.indent = indent;
    }

    /// @param text one line, or several
    /// @param width how many columns the terminal has
    static String of(String text, int width) {
        return String.join(
                System.lineSeparator(),
                text.lines().map(line -> ofLine(line, width)).toList());
    }

    private static String ofLine(String line, int width) {
        if (columns(line) <= width) {
            return line;
        }
        int indent = indent(COLOUR.matcher(line).replaceAll(""), width);
        Paragraph paragraph = new Paragraph(width, " ".repeat(indent));
        Matcher words = Pattern.compile("( *)([^ ]+)").matcher(tied(line, width - indent));
        while (words.find()) {
            paragraph.add(words.group(1), words.group(2));
        }
        return paragraph.rows.toString().replace(TIED, ' ');
    }

    private void add(String spaces, String word) {
        int taken = columns(word);
        boolean fits = column + spaces.length() + taken <= width;
        if (fits || column <= indent.length()) {
            rows.append(spaces);
            column += spaces.length();
        } else {
            rows.append(System.lineSeparator()).append(indent);
            column = indent.length();
        }
        rows.append(word);
        column += taken;
    }

    private static String tied(String line, int room) {
        return WHOLE.matcher(line)
                .replaceAll(match -> Matcher.quoteReplacement(
                        columns(match.group()) <= room ? match.group().replace(' ', TIED) : match.group()));
    }

    /// Under the second column, where that leaves most of the width; else behind a mark such as
    /// ✗ or →.
    private static int indent(String line, int width) {
        return SECOND_COLUMN
                .matcher(line)
                .results()
                .mapToInt(MatchResult::end)
                .filter(end -> end <= width / 3)
                .findFirst()
                .orElseGet(() -> START.matcher(line)
                        .results()
                        .findFirst()
                        .map(MatchResult::end)
                        .orElse(0));
    }

    /// Nearly as many as a terminal shows: of an emoji both halves count, and it has two
    /// columns.
    private static int columns(String text) {
        return COLOUR.matcher(text).replaceAll("").length();
    }
}
