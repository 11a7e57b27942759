package eavesdrop.house;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Outcome.NotDone;
import eavesdrop.exercise.Outcome.Right;
import eavesdrop.exercise.Todo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every exercise can be done, and nothing of it is done for the student.
class SolutionsTest {
    static List<Exercise> exercises() {
        return Exercise.all(HouseLab.EXERCISES);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyPartIsNotDoneAtTheStarter(Exercise exercise) {
        assertThat(HouseLab.run(HouseLab.starters(exercise.number()), exercise.parts()))
                .allSatisfy((_, outcome) -> assertThat(outcome).isInstanceOf(NotDone.class));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyPartIsRightAtTheSolution(Exercise exercise) {
        assertThat(HouseLab.run(HouseLab.solutions(exercise.number()), exercise.parts()))
                .allSatisfy((_, outcome) -> assertThat(outcome).isInstanceOf(Right.class));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyTodoIsAPartOfTheManifestAndNamesItsSource(Exercise exercise) {
        Set<String> found = new TreeSet<>();
        for (Path file : HouseLab.starters(exercise.number()).files()) {
            for (Todo todo : Todo.in(file)) {
                assertThat(todo.says()).as("%s:%d", file, todo.line()).contains("Source: ");
                assertThat(exercise.handIn()).contains(file.getFileName().toString());
                found.add(todo.part());
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        exercise.parts().stream().map(Exercise.Part::id).toList());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyStarterIsShort(Exercise exercise) throws IOException {
        for (Path file : HouseLab.starters(exercise.number()).files()) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(80);
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everySolutionHasAStarter(Exercise exercise) {
        List<String> starters = names(HouseLab.starters(exercise.number()).files());
        assertThat(names(HouseLab.solutions(exercise.number()).files())).isEqualTo(starters);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyStarterIsHandedInOrGiven(Exercise exercise) {
        assertThat(names(HouseLab.starters(exercise.number()).files()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(exercise.handIn().stream(), exercise.given().stream())
                                .toList());
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }
}
