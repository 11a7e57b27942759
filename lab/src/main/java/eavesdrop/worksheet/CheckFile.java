package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is expected of a worksheet: `worksheets/NN-name.check.yml`.
///
/// @param number of the lab
/// @param title of the worksheet
/// @param scenario in which the lab runs, a folder of `labs/scenarios`
/// @param questions in the order of the worksheet
/// @param codewords the student's own in this lab
/// @param topic the lines and records that the questions are about
public record CheckFile(
        int number, String title, String scenario, List<Question> questions, Set<String> codewords, Topic topic) {
    /// Reads a check file for one student.
    ///
    /// @param codewords the student's, by name; they stand where the file says `${name}`
    /// @throws LabException when the file is not there or cannot be understood; it names the line
    public static CheckFile read(Path file, Map<String, String> codewords) {
        return parse(TextFile.read(file), codewords, file.getFileName().toString());
    }

    /// As `read`, from a text. `where` names it in messages.
    static CheckFile parse(String text, Map<String, String> codewords, String where) {
        return new CheckFileReader(where)
                .read(Placeholders.fill(text, codewords, where), Set.copyOf(codewords.values()));
    }

    /// The commands that let the people of this lab talk, in words.
    public String toPlay() {
        return "'./labw up" + (scenario.equals("plain") ? "" : " --scenario " + scenario) + "', then './labw play "
                + number + "'";
    }

    /// Whether a run of the lab holds anything of this lab's conversation.
    public boolean isAbout(Evidence run) {
        return topic.isIn(run);
    }

    /// The question of an ID.
    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }
}
