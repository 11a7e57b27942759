package eavesdrop.worksheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A student's worksheet: the Markdown, and the fenced blocks in it that hold answers.
///
/// @param text the Markdown, with LF line ends
/// @param blocks in the order of the Markdown
public record AnswerSheet(String text, List<Block> blocks) {
    /// What a fenced block holds.
    public enum Purpose {
        /// Answers, which are checked.
        ANSWER,
        /// A guess before looking, which is kept and never graded.
        PREDICT,
        /// An explanation in the student's own words, which is kept for the instructor to mark.
        EXPLAIN;

        /// `answer`, `predict` or `explain`, as after the fence.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One fenced block: ```` ```answer 2.3 ````.
    ///
    /// @param id the question
    /// @param line the line of the opening fence in the Markdown, from 1
    /// @param content the lines between the fences
    /// @param closed whether a closing fence was found before the next block or heading
    public record Block(Purpose purpose, String id, int line, List<String> content, boolean closed) {
        /// All lines together, without the blank ones around them.
        String text() {
            return String.join("\n", content).strip();
        }
    }

    /// Reads a worksheet.
    ///
    /// @throws eavesdrop.LabException when the file is not there or is no text
    public static AnswerSheet read(Path file) {
        return parse(TextFile.read(file));
    }

    /// As `read`, from a text.
    public static AnswerSheet parse(String markdown) {
        return new AnswerSheet(markdown, new BlockFinder(markdown.lines().toList()).find());
    }

    /// The boxes for guesses and explanations in which nothing stands: `predict 2.A`.
    public List<String> emptyBoxes() {
        return blocks.stream()
                .filter(block ->
                        block.purpose() != Purpose.ANSWER && block.text().isEmpty())
                .map(block -> block.purpose().word() + " " + block.id())
                .toList();
    }

    /// The blocks of one question; more than one where somebody copied it.
    List<Block> answers(String id) {
        return blocks.stream()
                .filter(block -> block.purpose() == Purpose.ANSWER && block.id().equals(id))
                .toList();
    }
}
