package eavesdrop.worksheet;

import eavesdrop.LabException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the people of a lab say, in order: a file such as `labs/scenarios/plain/02.cast`.
///
/// One utterance a line: `alice: /whisper bob psst`. What stands after the colon and one space is what
/// that person types into the chat client. A line that begins with a space goes on with the utterance
/// above it, joined by one space. `#` at the start of a line is a comment. `${whisper}` and `${reply}`
/// stand for the student's codewords.
///
/// `alice?: text` is said for about half of all students. Which half follows from the codewords, so it is
/// always the same for one student, and frame numbers differ from neighbour to neighbour.
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
                said.add(drawn(utterance(line, where + ", line " + number), codewords));
            }
        }
        said.removeIf(utterance -> utterance.who().endsWith("?"));
        return new Cast(List.copyOf(said));
    }

    /// Decides whether an utterance that only some students get is said; if not, its name keeps the `?`.
    private static Utterance drawn(Utterance utterance, Map<String, String> codewords) {
        String who = utterance.who();
        String draw = new TreeMap<>(codewords) + utterance.typed();
        boolean said = ((draw.hashCode() >>> 16) & 1) == 0;
        return who.endsWith("?") && said
                ? new Utterance(who.substring(0, who.length() - 1), utterance.typed())
                : utterance;
    }

    private static Utterance utterance(String line, String where) {
        int colon = line.indexOf(": ");
        if (colon < 1) {
            throw LabException.file(where + " is not an utterance.", "Write a name, a colon, a space and a text.");
        }
        return new Utterance(line.substring(0, colon), line.substring(colon + 2));
    }
}
