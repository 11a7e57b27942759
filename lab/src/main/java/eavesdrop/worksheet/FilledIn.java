package eavesdrop.worksheet;

import eavesdrop.worksheet.AnswerSheet.Block;
import eavesdrop.worksheet.AnswerSheet.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Fills answers into the blocks of a worksheet; all other lines stay as they are.
public final class FilledIn {
    private FilledIn() {}

    /// The Markdown with these answers.
    ///
    /// @param worksheet the Markdown
    /// @param answers by blank, written as YAML values; blocks with none of them are left alone
    public static String markdown(String worksheet, Map<BlankId, String> answers) {
        List<String> lines = new ArrayList<>(worksheet.lines().toList());
        for (Block block : AnswerSheet.parse(worksheet).blocks().reversed()) {
            List<String> filled = answers.entrySet().stream()
                    .filter(answer -> answer.getKey().question().equals(block.id()))
                    .map(answer -> answer.getKey().blank() + ": " + answer.getValue())
                    .toList();
            if (block.purpose() == Purpose.ANSWER && !filled.isEmpty()) {
                List<String> content = lines.subList(
                        block.line(), block.line() + block.content().size());
                content.clear();
                content.addAll(filled);
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
