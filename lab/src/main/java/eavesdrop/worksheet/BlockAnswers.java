package eavesdrop.worksheet;

import eavesdrop.worksheet.AnswerSheet.Block;
import eavesdrop.worksheet.Yaml.Fields;
import eavesdrop.worksheet.Yaml.Items;
import eavesdrop.worksheet.Yaml.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands in the answer block of one question.
///
/// @param typed by blank: what was typed and where
/// @param problem what is wrong with the block, if something is
record BlockAnswers(Map<String, TypedAnswer> typed, Optional<Problem> problem) {
    /// @param line of the Markdown, from 1
    record TypedAnswer(int line, String text) {}

    /// @param line of the Markdown, from 1
    record Problem(int line, String what) {}

    /// Characters of a block: as many as a chat line may have, which an answer may quote.
    private static final int LONGEST = 4096;

    static BlockAnswers of(Question question, List<Block> blocks) {
        if (blocks.isEmpty()) {
            return new BlockAnswers(Map.of(), Optional.empty());
        }
        List<Block> begun = blocks.stream().filter(BlockAnswers::isBegun).toList();
        Block block = begun.isEmpty() ? blocks.getLast() : begun.getLast();
        if (begun.size() > 1) {
            return broken(block.line(), "the answer block " + block.id() + " stands twice in the worksheet; keep one");
        }
        if (!block.closed()) {
            return broken(block.line(), "the answer block is not closed; end it with a line of three backticks");
        }
        if (block.content().stream().mapToInt(String::length).sum() > LONGEST) {
            return broken(block.line(), "this is far longer than an answer; write only what is asked for");
        }
        List<String> names = question.blanks().stream().map(Blank::name).toList();
        String yaml = new AnswerLines(block.content(), Set.copyOf(names)).yaml();
        return switch (Yaml.read(yaml)) {
            case Yaml.Unreadable(int line, String what) -> broken(inSheet(block, line), what);
            case Yaml.Read(Yaml value) -> answers(block, names, value);
        };
    }

    /// Whether more stands in it than the names of the blanks.
    private static boolean isBegun(Block block) {
        return block.content().stream().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.endsWith(":"));
    }

    private static BlockAnswers answers(Block block, List<String> names, Yaml value) {
        if (value instanceof Text nothing && nothing.value().isEmpty()) {
            return new BlockAnswers(Map.of(), Optional.empty());
        }
        if (!(value instanceof Fields fields)) {
            return broken(inSheet(block, value.line()), "write the answer after `" + names.getFirst() + ":`");
        }
        Map<String, TypedAnswer> typed = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        fields.fields().forEach((name, answer) -> {
            int line = inSheet(block, answer.line());
            if (names.contains(name)) {
                text(answer)
                        .ifPresentOrElse(
                                text -> typed.put(name, new TypedAnswer(line, text)),
                                () -> problems.add(new Problem(line, tooMuch(name, answer))));
            } else {
                problems.add(new Problem(line, "`" + name + "` is not asked for here; asked for is " + asked(names)));
            }
        });
        return new BlockAnswers(typed, problems.stream().findFirst());
    }

    private static String tooMuch(String name, Yaml answer) {
        String wanted = "one answer is wanted after `" + name + ":`";
        return answer instanceof Fields ? wanted + ", not a whole record; copy only what is asked for" : wanted;
    }

    /// A list such as `[PSH, ACK]` is one answer, written with commas.
    private static Optional<String> text(Yaml answer) {
        return switch (answer) {
            case Text text -> Optional.of(text.value());
            case Items list ->
                list.items().stream().allMatch(Text.class::isInstance)
                        ? Optional.of(list.items().stream()
                                .map(item -> ((Text) item).value())
                                .collect(Collectors.joining(", ")))
                        : Optional.empty();
            case Fields _ -> Optional.empty();
        };
    }

    private static String asked(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
    }

    private static int inSheet(Block block, int lineOfBlock) {
        return block.line()
                + Math.clamp(lineOfBlock, 1, Math.max(1, block.content().size()));
    }

    private static BlockAnswers broken(int line, String what) {
        return new BlockAnswers(Map.of(), Optional.of(new Problem(line, what)));
    }
}
