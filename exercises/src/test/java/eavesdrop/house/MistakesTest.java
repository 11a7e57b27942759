package eavesdrop.house;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercise.Compiled;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import eavesdrop.exercise.Outcome;
import eavesdrop.exercise.Outcome.Failing;
import eavesdrop.exercise.Outcome.Failure;
import eavesdrop.exercise.Outcome.Right;
import eavesdrop.exercise.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every mistake of the catalogue compiles, is caught by the test that should, and is named in the student's terms.
class MistakesTest {
    private static final int AT_LEAST = 6;

    @TempDir
    static Path folder;

    static List<Exercise> exercises() {
        return Exercise.all(HouseLab.EXERCISES);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyExerciseHasItsMistakes(Exercise exercise) throws IOException {
        assertThat(Mistake.all(exercise.number())).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @TestFactory
    Stream<DynamicContainer> isCaughtByTheTestThatShould() {
        return exercises().stream().map(MistakesTest::ofExercise);
    }

    private static DynamicContainer ofExercise(Exercise exercise) {
        try {
            Path compiled = Files.createDirectory(folder.resolve("lab" + exercise.number()));
            Compiled solved = HouseLab.compile(HouseLab.solutions(exercise.number()), compiled);
            return DynamicContainer.dynamicContainer(
                    "exercise " + exercise.number(),
                    Mistake.all(exercise.number()).stream()
                            .map(mistake -> DynamicTest.dynamicTest(
                                    mistake.title(), () -> assertCaught(mistake, exercise, solved))));
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
        }
    }

    private static void assertCaught(Mistake mistake, Exercise exercise, Compiled solved) {
        Part catching = exercise.part(mistake.caughtBy()).orElseThrow();
        List<Part> upToIt = exercise.parts().subList(0, exercise.parts().indexOf(catching) + 1);
        try (TemporaryFolder classes = TemporaryFolder.make()) {
            HouseLab.run(mistake, exercise.number(), solved, classes.path(), upToIt)
                    .forEach((part, outcome) -> assertOutcome(mistake, part, outcome));
        }
    }

    private static void assertOutcome(Mistake mistake, String part, Outcome outcome) {
        if (part.equals(mistake.caughtBy())) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Failing.class,
                            failing -> assertThat(failing.failures())
                                    .extracting(Failure::what)
                                    .anySatisfy(what -> assertThat(what).contains(mistake.says())));
        } else {
            assertThat(outcome).as("part " + part).isInstanceOf(Right.class);
        }
    }
}
