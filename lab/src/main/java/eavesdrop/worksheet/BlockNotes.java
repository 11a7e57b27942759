package eavesdrop.worksheet;

import eavesdrop.worksheet.AnswerSheet.Block;
import eavesdrop.worksheet.AnswerSheet.Purpose;
import java.util.List;
import java.util.stream.Stream;

/// What is remarkable about the answer blocks of a worksheet: those that belong to no question, and those that are
/// gone.
record BlockNotes(CheckFile checkFile, AnswerSheet sheet) {
    List<String> sentences() {
        return Stream.concat(unknown(), gone()).toList();
    }

    private Stream<String> unknown() {
        return sheet.blocks().stream()
                .filter(block -> block.purpose() == Purpose.ANSWER
                        && checkFile.question(block.id()).isEmpty())
                .map(this::unknown);
    }

    private String unknown(Block block) {
        return "Line " + block.line() + ": worksheet " + checkFile.number() + " has no question " + block.id()
                + ", so this block was not checked.";
    }

    /// In one sentence where all are.
    private Stream<String> gone() {
        List<String> gone = checkFile.questions().stream()
                .map(Question::id)
                .filter(id -> sheet.answers(id).isEmpty())
                .toList();
        return gone.size() == checkFile.questions().size()
                ? Stream.of(noneAtAll(gone.getFirst()))
                : gone.stream().map(id -> "The answer block " + id + " is not in the worksheet any more.");
    }

    private String noneAtAll(String first) {
        return "No answer block of worksheet " + checkFile.number()
                + " is in this file. A block begins with a line such"
                + " as ```answer " + first + ", and ends with a line ```. If another program has changed these lines,"
                + " copy your answers into the worksheet that came with the kit.";
    }
}
