package eavesdrop.worksheet;

import eavesdrop.worksheet.AnswerSheet.Block;
import eavesdrop.worksheet.AnswerSheet.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the answer blocks of a Markdown text (CommonMark 0.31, section 4.5, fenced code blocks).
///
/// One thing differs from CommonMark: an answer block that is not closed ends before the next heading or
/// answer block, so that one forgotten fence does not swallow all answers below it.
final class BlockFinder {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}+|~{3,}+)([^`]*+)");
    private static final Pattern INFO = Pattern.compile("(?i)(answer|predict|explain)\\s+(\\S+)\\s*");
    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6} .*");

    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();

    BlockFinder(List<String> lines) {
        this.lines = lines;
    }

    List<Block> find() {
        int at = 0;
        while (at < lines.size()) {
            Matcher fence = fence(lines.get(at));
            at = fence.matches() ? fenced(at, fence.group(1), fence.group(2)) : at + 1;
        }
        return List.copyOf(blocks);
    }

    /// Takes the block whose opening fence stands at index `opening`; returns the index after it.
    private int fenced(int opening, String fence, String info) {
        Matcher ours = INFO.matcher(info.strip());
        boolean wanted = ours.matches();
        boolean twice = wanted && isFenceOfItsOwn(opening + 1, fence);
        int end = opening + (twice ? 2 : 1);
        while (end < lines.size() && !closes(lines.get(end), fence) && !(wanted && begins(lines.get(end)))) {
            end++;
        }
        boolean closed = end < lines.size() && closes(lines.get(end), fence);
        if (wanted) {
            Purpose purpose = Purpose.valueOf(ours.group(1).toUpperCase(Locale.ROOT));
            blocks.add(new Block(purpose, ours.group(2), opening + 1, content(opening + 1, end, twice), closed));
        }
        boolean closedTwice = twice && end + 1 < lines.size() && closes(lines.get(end + 1), fence);
        return end + (closedTwice ? 2 : closed ? 1 : 0);
    }

    /// An empty line in the place of the inner fence, so that lines keep their numbers.
    private List<String> content(int begin, int end, boolean twice) {
        return twice
                ? Stream.concat(Stream.of(""), lines.subList(begin + 1, end).stream())
                        .toList()
                : lines.subList(begin, end);
    }

    /// Somebody put the answer into a fence inside of ours. It would end our block, with the answer below it: an empty
    /// block, and right below it text and another end.
    private boolean isFenceOfItsOwn(int at, String fence) {
        if (at + 2 >= lines.size() || !closes(lines.get(at), fence)) {
            return false;
        }
        int next = at + 1;
        while (next < lines.size() && !lines.get(next).isBlank() && !begins(lines.get(next))) {
            if (closes(lines.get(next), fence)) {
                return next > at + 1;
            }
            next++;
        }
        return false;
    }

    /// Word processors put spaces that do not break into it.
    private static Matcher fence(String line) {
        return FENCE.matcher(Typed.plain(line));
    }

    private static boolean closes(String line, String fence) {
        return Optional.of(fence(line))
                .filter(Matcher::matches)
                .filter(found -> found.group(2).isBlank())
                .map(found -> found.group(1))
                .filter(found -> found.charAt(0) == fence.charAt(0) && found.length() >= fence.length())
                .isPresent();
    }

    /// Whether something begins here that cannot be inside an answer.
    private static boolean begins(String line) {
        Matcher fence = fence(line);
        boolean block = fence.matches() && INFO.matcher(fence.group(2).strip()).matches();
        return block || HEADING.matcher(Typed.plain(line)).matches();
    }
}
