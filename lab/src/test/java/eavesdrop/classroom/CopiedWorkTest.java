package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two students, of whom one copies.
class CopiedWorkTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CourseKey key;

    @BeforeEach
    void enrol() throws IOException {
        enrolWith('1');
        Files.writeString(folder.resolve("roster.csv"), "id,name\nada,Ada L.\nbob,Bob B.\n");
        Files.createDirectories(folder.resolve("in"));
    }

    private void enrolWith(char digit) throws IOException {
        Path file = Files.writeString(folder.resolve("course.key"), (digit + "123456789abcdef").repeat(4));
        key = CourseKey.read(file);
    }

    /// With some of these keys the whisper is in the same frame in both labs, with others it is not.
    @ParameterizedTest
    @ValueSource(chars = {'0', '1', '2', '3', '4', '5', '6', '7'})
    void scoresUnderAFifthWithTheAnswersOfTheOtherAndNamesWhoseCodewordItIs(char digit) throws IOException {
        enrolWith(digit);
        FabricatedStudent ada = student("ada");
        FabricatedStudent bob = student("bob");
        handIn("bob", bob.answer(ada.rightAnswers()).pack());
        StudentResult result = grade("bob");
        assertThat(result.points() * 100 / result.of()).isLessThan(20);
        assertThat(says(result, Mark.FOREIGN_CODEWORD))
                .contains("It holds a codeword of ada (Ada L.): ")
                .contains(key.issue("ada").codeword(2, "whisper"))
                .contains("answer 2.2 text");
        assertThat(result.marks()).doesNotContain("foreign-evidence");
    }

    @Test
    void scoresNothingWithTheCaptureOfTheOther() throws IOException {
        byte[] adas = student("ada").answer(0).pack();
        handIn("ada", adas);
        handIn(
                "bob",
                new Rezip(adas)
                        .edit(Manifest.NAME, text -> text.replace("\"ada\"", "\"bob\""))
                        .zip());
        assertThat(grade("ada").points()).isEqualTo(grade("ada").of());
        StudentResult result = grade("bob");
        assertThat(result.points()).isZero();
        assertThat(result.scores().getFirst().reached()).isPositive();
        assertThat(says(result, Mark.FOREIGN_EVIDENCE)).contains("none of bob's");
        assertThat(says(result, Mark.FOREIGN_CODEWORD)).contains("ada (Ada L.)").contains("frame ");
    }

    /// Whoever replaces the codewords in a copy changes no header.
    @Test
    void namesBothWhenOneCaptureIsHandedInTwice() throws IOException {
        byte[] adas = student("ada").answer(0).pack();
        handIn("ada", adas);
        Rezip copy = new Rezip(adas).edit(Manifest.NAME, text -> text.replace("\"ada\"", "\"bob\""));
        for (String name :
                List.of("evidence/dump.pcapng", "evidence/operator.jsonl", "worksheets/02-eavesdropper.md")) {
            copy.forge(name, withBobsCodewords(copy.file(name)));
        }
        handIn("bob", copy.zip());

        assertThat(says(grade("bob"), Mark.SAME_CAPTURE))
                .contains(
                        "\"evidence/dump.pcapng\" holds a connection that a capture of ada (Ada L.) holds, too: it begins"
                                + " in frame 1 (tcp.seq_raw == 4294967040)");
        assertThat(says(grade("ada"), Mark.SAME_CAPTURE)).contains("a capture of bob (Bob B.) holds, too");
    }

    /// Letter by letter where they are equally long, else with the rest of the longer word.
    private byte[] withBobsCodewords(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        for (String purpose : Ticket.PURPOSES) {
            String adas = key.issue("ada").codeword(2, purpose);
            String bobs = key.issue("bob").codeword(2, purpose) + " ".repeat(adas.length());
            text = text.replace(adas, bobs.substring(0, adas.length()));
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void takesWhatHoldsTheStudentsOwnCodewordsForTheirs() throws IOException {
        handIn("ada", student("ada").answer(0).pack());
        byte[] bobs = new Rezip(student("bob").answer(0).pack())
                .edit(Manifest.NAME, text -> text.replace("\"bob\"", "\"ada\""))
                .zip();
        Path newer = folder.resolve("in/submission-ada (2).zip");
        Files.write(newer, bobs);
        Files.setLastModifiedTime(newer, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(grade("ada").points()).isEqualTo(grade("ada").of());
        assertThat(says(grade("ada"), Mark.TWICE)).contains("This one counts: \"submission-ada.zip\".");
    }

    @Test
    void tellsATicketThatWasMadeAtHomeFromOneThatWasIssued() throws IOException {
        handIn(
                "bob",
                new FabricatedStudent(Ticket.alone("bob"), folder.resolve("home-bob"))
                        .answer(0)
                        .pack());
        StudentResult result = grade("bob");
        assertThat(says(result, Mark.HOME_MADE_TICKET)).contains("not with the one that was issued");
        assertThat(result.points()).isLessThan(result.of());
    }

    @Test
    void doesNotBlameAnybodyForTheirOwnCodewords() throws IOException {
        handIn("ada", student("ada").answer(0).pack());
        assertThat(grade("ada").remarks()).isEmpty();
    }

    private FabricatedStudent student(String id) throws IOException {
        return new FabricatedStudent(key.issue(id), folder.resolve("home-" + id));
    }

    private void handIn(String id, byte[] zip) throws IOException {
        Files.write(folder.resolve("in/submission-" + id + ".zip"), zip);
    }

    private StudentResult grade(String id) {
        Path roster = folder.resolve("roster.csv");
        var course = new ClassGrader.Course(
                Roster.read(roster, Optional.empty()),
                Tickets.of(key),
                List.of(FabricatedStudent.SECOND),
                Set.of(2),
                "test",
                Optional.empty(),
                2);
        return ClassGrader.grade(folder.resolve("in"), roster, folder.resolve("out"), course, (_, _) -> {})
                .gradebook()
                .results()
                .stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String says(StudentResult result, Mark mark) {
        return result.remarks().stream()
                .filter(remark -> remark.mark() == mark)
                .map(Remark::says)
                .findFirst()
                .orElse("no such mark: " + result.remarks());
    }
}
