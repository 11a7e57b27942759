package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandedTest {
    private static final Student ADA = new Student("ada-1", "Ada", 2);

    /// What cannot be opened says whose it is by its name alone.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "submission-ada-1.zip",
                "submission-ada-1 (2).zip",
                "ADA-1.zip",
                "Ada Lovelace_12345_assignsubmission_file_submission-ada-1.zip",
                "lovelaceada_98765_4321_submission-ada-1.zip",
                "lovelaceada_LATE_98765_4321_submission-ada-1-2.zip"
            })
    void isNamedForItsStudentAlsoByLearningPlatforms(String name) {
        assertThat(namedFor(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"submission-ada.zip", "x_submission-ada-2.zip", "ada-1_submission-bob.zip", "all.zip"})
    void isNobodysWhereTheNameSaysSo(String name) {
        assertThat(namedFor(name)).isFalse();
    }

    @Test
    void leavesAsideWhatSystemsAdd() {
        assertThat("__MACOSX/._a .DS_Store a/.DS_Store ._manifest.json evidence/._dump.pcapng Thumbs.db".split(" "))
                .allMatch(SubmissionFiles::isClutter);
        assertThat("manifest.json evidence/dump.pcapng a._b evidence/.hidden".split(" "))
                .noneMatch(SubmissionFiles::isClutter);
    }

    private static boolean namedFor(String name) {
        return new Handed(name, Path.of("in", name), Instant.EPOCH)
                .namedFor(Map.of("ada-1", ADA))
                .isPresent();
    }
}
