package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.classroom.LabWorksheet;
import eavesdrop.classroom.Packing;
import eavesdrop.classroom.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a student of labs 4 to 6 hands in: the logs are found that belong to a capture in which nobody can read a word.
class HandedInLadderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"4, 04-tls, false", "5, 05-in-the-middle, true", "6, 06-end-to-end, false"})
    void nothingElseIsMissingAndTheLogsFit(int number, String name, boolean withMallory) throws IOException {
        RealLab lab = RealLab.of(number, "ada");
        Path checkFile = Path.of("../worksheets", name + ".check.yml");
        CheckFile check = CheckFile.read(checkFile, lab.codewords());
        AnswerSheet sheet = AnswerSheet.read(Path.of("../worksheets", name + ".md"));
        Path filled = folder.resolve(name + ".md");
        Files.writeString(
                filled,
                FilledIn.markdown(
                        sheet.text(), AnswerKey.of(check, lab.evidence()).right()));

        Packing packing = Packing.of(
                Ticket.read(lab.folder().resolve("student.yml")),
                List.of(new LabWorksheet(number, filled, checkFile)),
                lab.folder().resolve("data"));

        assertThat(packing.missing())
                .as("what the key cannot fill in: the student's own words")
                .singleElement()
                .asString()
                .startsWith("Worksheet " + number + " has boxes for your own words that are empty: predict ");
        assertThat(packing.parts()).singleElement().satisfies(part -> {
            assertThat(part.log().map(Path::getFileName)).isEqualTo(Optional.of(Path.of("operator.jsonl")));
            assertThat(part.mallory().isPresent()).isEqualTo(withMallory);
        });
    }
}
