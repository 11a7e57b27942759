package eavesdrop.worksheet;

import eavesdrop.LabException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the people of a lab say, in order: a file such as `labs/scenarios/plain/02.cast`.
///
/// One utterance a line: `alice: /whisper bob psst`. What stands after the colon and one space is what
/// that person types into the chat client. A line that begins with a space goes on with the utterance
/// above it, joined by one space. `#` at the start of a line is a comment. `${whisper}` and `${reply}`
/// stand for the student's codewords.
public record Cast(List<Utterance> utterances) {
    /// One person types one line.
    ///
    /// @param who the name in the chat
    /// @param typed what they type, with the codewords in their places
    public record Utterance(String who, String typed) {}

    /// Reads a cast file.
    ///
    /// @param codewords the student's, by name
    /// @throws LabException when the file is not there or a line of it is not understood
    public static Cast read(Path file, Map<String, String> codewords) {
        return parse(TextFile.read(file), codewords, file.toString());
    }

    /// As `read`, from a text. `where` names it in messages.
    static Cast parse(String text, Map<String, String> codewords, String where) {
        List<Utterance> said = new ArrayList<>();
        int number = 0;
        for (String line : Placeholders.fill(text, codewords, where).split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ") && !said.isEmpty()) {
                Utterance begun = said.removeLast();
                said.add(new Utterance(begun.who(), begun.typed() + " " + line.strip()));
            } else {
                said.add(utterance(line, where + ", line " + number));
            }
        }
        return new Cast(List.copyOf(said));
    }

    private static Utterance utterance(String line, String where) {
        int colon = line.indexOf(": ");
        if (colon < 1) {
            throw LabException.file(where + " is not an utterance.", "Write a name, a colon, a space and a text.");
        }
        return new Utterance(line.substring(0, colon), line.substring(colon + 2));
    }
}
