package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseKeyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// Worked out with the HMAC of another language. Were it to change, every ticket of every class would be void.
    @Test
    void issuesTheSameTicketOnEveryMachineAndInEveryVersion() throws IOException {
        Path file =
                Files.writeString(folder.resolve("course.key"), "# ours\r\n" + "0123456789abcdef".repeat(4) + "\r\n");
        assertThat(CourseKey.read(file).issue("ada"))
                .isEqualTo(new Ticket("ada", "06d7cc88af38d878910ad0a89d8f81c6edbcf5cf269fe643f11d71676a377a9e"));
    }

    @Test
    void isReadableByItsOwnerAloneAndNeverReplaced() throws IOException {
        Path file = folder.resolve("class/course.key");
        CourseKey made = CourseKey.make(file, new SecureRandom());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(CourseKey.isOpenToOthers(file)).isFalse();
        assertThat(CourseKey.read(file).issue("ada")).isEqualTo(made.issue("ada"));
        assertThatThrownBy(() -> CourseKey.make(file, new SecureRandom())).hasMessageContaining("already");
        assertThat(CourseKey.read(file).issue("ada")).isEqualTo(made.issue("ada"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(CourseKey.isOpenToOthers(file)).isTrue();
    }

    @Test
    void givesEachStudentAndEachCourseAnotherSeed() {
        CourseKey one = CourseKey.make(folder.resolve("one"), new SecureRandom());
        CourseKey other = CourseKey.make(folder.resolve("other"), new SecureRandom());
        assertThat(one.issue("ada").seed())
                .isNotEqualTo(one.issue("bob").seed())
                .isNotEqualTo(other.issue("ada").seed())
                .isNotEqualTo(Ticket.alone("ada").seed());
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws IOException {
        Path file = Files.writeString(folder.resolve("course.key"), "secret\n");
        assertThatThrownBy(() -> CourseKey.read(file))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("holds no course key");
    }
}
