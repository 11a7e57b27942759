package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name\nada,Ada L.\nbob,Bob B.\n",
                "\uFEFFID;Name\r\nada;Ada L.\r\n\r\n;;\r\nbob;Bob B.\r\n",
                "Student ID\tFull name\nada\tAda L.\nbob\tBob B.",
                "Name,\"e-mail\"\n\"Ada L.\",ada\n\"Bob B.\", \"bob\" \n",
                "Surname,First name,Login\nL.,Ada,ada\nB.,Bob,bob\n",
                "ada,Ada L.\nbob,Bob B.\n",
                "\"Name; as called\";Name;Username;Group\nx;Ada L.;ada;1\ny;Bob B.;bob\n"
            })
    void readsWhatSpreadsheetsAndLearningPlatformsWrite(String csv) throws IOException {
        assertThat(read(csv, Optional.empty()).students())
                .extracting(Student::id, Student::name)
                .containsExactly(tuple("ada", "Ada L."), tuple("bob", "Bob B."));
    }

    @Test
    void readsAListOfBareIds() throws IOException {
        assertThat(read("ada\nbob\n\n", Optional.empty()).students())
                .extracting(Student::id)
                .containsExactly("ada", "bob");
    }

    @Test
    void readsUtf16AndQuotedCellsWithSeparatorsAndLineEndsInThem() throws IOException {
        Path file = folder.resolve("roster.csv");
        String csv = "\uFEFFid,name\n1001,\"L.,\nAda\"\n";
        Files.write(file, csv.getBytes(StandardCharsets.UTF_16LE));
        assertThat(Roster.read(file, Optional.empty()).students())
                .isEqualTo(List.of(new Student("1001", "L.,\nAda", 2)));
    }

    /// As Excel saves a CSV on Windows.
    @Test
    void readsNamesWithLettersOfAnOldEncoding() throws IOException {
        Path file = folder.resolve("roster.csv");
        Files.write(file, "id;name\r\nada;Zoë Müller\r\n".getBytes(Charset.forName("windows-1252")));
        assertThat(Roster.read(file, Optional.empty()).students())
                .extracting(Student::name)
                .containsExactly("Zoë Müller");
    }

    @Test
    void takesTheColumnThatIsNamed() throws IOException {
        String csv = "id,Kennung\n1,ada\n2,bob\n";
        assertThat(read(csv, Optional.of("kennung")).students())
                .extracting(Student::id)
                .containsExactly("ada", "bob");
        assertThat(problem(csv, Optional.of("Nr")).remedy()).contains("id, Kennung");
    }

    @Test
    void namesEveryLineThatIsWrongAndEveryDouble() throws IOException {
        LabException problem = problem("id,name\nada,A\n\nAda Lovelace,B\n,C\nbob,D\nADA,E\n", Optional.empty());
        assertThat(problem.kind()).isEqualTo(LabException.Kind.FILE);
        assertThat(problem.what())
                .contains("line 4: \"Ada Lovelace\" cannot be an ID")
                .contains("line 5: there is no ID")
                .contains("line 7: ADA stands already in line 2")
                .doesNotContain("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "id,name\n", "name,points\nAda,3\n", "id,name\nada,\"Ada\nbob,Bob"})
    void saysWhatIsWrongWithAFileThatIsNoRoster(String csv) throws IOException {
        assertThat(problem(csv, Optional.empty()).what()).contains("roster.csv is no roster: ");
    }

    private LabException problem(String csv, Optional<String> column) {
        return catchThrowableOfType(LabException.class, () -> read(csv, column));
    }

    private Roster read(String csv, Optional<String> column) throws IOException {
        return Roster.read(Files.writeString(folder.resolve("roster.csv"), csv), column);
    }
}
