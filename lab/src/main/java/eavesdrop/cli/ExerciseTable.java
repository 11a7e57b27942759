package eavesdrop.cli;

import eavesdrop.classroom.Progress;
import eavesdrop.console.Console;
import eavesdrop.exercise.Exercise;
import eavesdrop.exercise.Exercise.Part;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which exercises there are, and how far a student has come: what passed its tests once counts.
record ExerciseTable(List<Exercise> exercises, Progress progress) {
    /// The facts for programs.
    record Row(int exercise, String title, int points, int of, int hints, List<String> done, List<String> open) {}

    static ExerciseTable ofStudent() {
        return new ExerciseTable(Exercises.all(), Progress.read(LabFiles.progress()));
    }

    List<Row> rows() {
        return exercises.stream().map(this::row).toList();
    }

    private Row row(Exercise exercise) {
        return new Row(
                exercise.number(),
                exercise.title(),
                points(exercise),
                exercise.points(),
                ExerciseHints.taken(progress, exercise.parts()),
                ids(exercise, true),
                ids(exercise, false));
    }

    private List<String> ids(Exercise exercise, boolean done) {
        return exercise.parts().stream()
                .map(Part::id)
                .filter(id -> isDone(id) == done)
                .toList();
    }

    private boolean isDone(String part) {
        return progress.parts().containsKey(part);
    }

    /// As the manifest counts today, whatever it counted when the part passed.
    private int points(Exercise exercise) {
        return exercise.parts().stream()
                .filter(part -> isDone(part.id()))
                .mapToInt(Part::points)
                .sum();
    }

    void print(Console console) {
        for (Exercise exercise : exercises) {
            String parts = exercise.parts().stream()
                    .map(part -> (isDone(part.id()) ? console.green("✓ ") : console.dim("· ")) + part.id())
                    .collect(Collectors.joining("  "));
            console.print("%2d  %-16s %2d of %2d points, %2d hints   %s"
                    .formatted(
                            exercise.number(),
                            exercise.title(),
                            points(exercise),
                            exercise.points(),
                            ExerciseHints.taken(progress, exercise.parts()),
                            parts));
        }
        console.note(next());
    }

    /// The part after the last one that is done, for one who does not begin at the beginning; else the first open one.
    private String next() {
        List<String> all = exercises.stream()
                .flatMap(exercise -> exercise.parts().stream())
                .map(Part::id)
                .toList();
        int last =
                all.stream().filter(this::isDone).mapToInt(all::indexOf).max().orElse(-1);
        return Stream.concat(all.stream().skip(last + 1L), all.stream())
                .filter(part -> !isDone(part))
                .findFirst()
                .map(part -> "Next: ./labw exercise " + part.replaceFirst("\\..*", "") + ", at part " + part
                        + ". With --watch it is tested whenever you save.")
                .orElse("All exercises are done. Measure what they do: ./labw matrix --with exercises");
    }
}
