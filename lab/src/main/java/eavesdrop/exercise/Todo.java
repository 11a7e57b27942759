package eavesdrop.exercise;

import eavesdrop.worksheet.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a starter that is still to be written: `// TODO(4.2): goal. Source: where to read about it`.
///
/// @param part for example `4.2`
/// @param says the rest of the comment, which may go on in the next lines
/// @param line from 1
public record Todo(String part, String says, Path file, int line) {
    private static final Pattern COMMENT = Pattern.compile("//\\s*TODO\\((\\d{1,2}\\.\\d{1,2})\\):?\\s*(.*)");

    /// Every TODO of a file, as they stand.
    public static List<Todo> in(Path file) {
        List<Todo> todos = new ArrayList<>();
        String[] lines = TextFile.read(file).split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            Matcher comment = COMMENT.matcher(lines[at]);
            if (comment.find()) {
                String says = comment.group(2).strip();
                for (int next = at + 1;
                        next < lines.length && lines[next].strip().startsWith("// ");
                        next++) {
                    says += " " + lines[next].strip().substring(3);
                }
                todos.add(new Todo(comment.group(1), says, file, at + 1));
            }
        }
        return todos;
    }
}
