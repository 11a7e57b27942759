package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The exercises of the kit, as a person names them: `4`, or `4.2` for one part.
final class Exercises {
    private Exercises() {}

    /// Where manifests, starters and tests lie.
    static Path folder() {
        return LabFiles.home().resolve("exercises");
    }

    static List<Exercise> all() {
        return Exercise.all(folder());
    }

    /// The exercise that is named, or whose part is.
    ///
    /// @throws LabException (usage) when there is none
    static Exercise named(String id) {
        if (!id.matches("\\d{1,2}(\\.\\d{1,2})?")) {
            throw LabException.usage("\"" + id + "\" is no exercise.", "Name one, for example: ./labw exercise 2");
        }
        int number = Integer.parseInt(id.replaceFirst("\\..*", ""));
        List<Exercise> all = all();
        return all.stream()
                .filter(exercise -> exercise.number() == number)
                .findFirst()
                .orElseThrow(() -> LabException.usage(
                        "There is no exercise " + number + ".",
                        "There are: "
                                + all.stream()
                                        .map(exercise -> "" + exercise.number())
                                        .collect(Collectors.joining(", ")) + "."));
    }

    /// All parts of the exercise, or the one that is named.
    ///
    /// @throws LabException (usage) when it has no such part
    static List<Part> parts(Exercise exercise, String id) {
        if (!id.contains(".")) {
            return exercise.parts();
        }
        return List.of(exercise.part(id)
                .orElseThrow(() -> LabException.usage(
                        "Exercise " + exercise.number() + " has no part " + id + ".",
                        "It has: " + exercise.parts().stream().map(Part::id).collect(Collectors.joining(", ")) + ".")));
    }
}
