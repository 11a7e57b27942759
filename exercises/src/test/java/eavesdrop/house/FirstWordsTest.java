package eavesdrop.house;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercise.Compiled;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import eavesdrop.exercise.Outcome;
import eavesdrop.exercise.Outcome.Failing;
import eavesdrop.exercise.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where several tests fail, a student reads the first one: it must name the mistake, and send nobody
/// elsewhere.
class FirstWordsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "4, handshake-later, the handshake waits",
        "4, opens-its-own-connection, connection is there already",
        "5, another-file, there is no file server.p12",
        "6, announces-nothing, announcement() is empty"
    })
    void nameTheMistake(int lab, String name, String words) throws IOException {
        assertThat(failing(lab, name).first().what()).contains(words);
    }

    private Failing failing(int lab, String name) throws IOException {
        Mistake mistake = Mistake.all(lab).stream()
                .filter(one -> one.folder().endsWith(name))
                .findFirst()
                .orElseThrow();
        Part part = Exercise.all(HouseLab.EXERCISES).stream()
                .filter(exercise -> exercise.number() == lab)
                .findFirst()
                .flatMap(exercise -> exercise.part(mistake.caughtBy()))
                .orElseThrow();
        Compiled solved = HouseLab.compile(HouseLab.solutions(lab), Files.createDirectory(folder.resolve("solved")));
        try (TemporaryFolder classes = TemporaryFolder.make()) {
            Outcome outcome = HouseLab.run(mistake, lab, solved, classes.path(), List.of(part))
                    .values()
                    .iterator()
                    .next();
            return (Failing) outcome;
        }
    }
}
